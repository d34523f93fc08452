/* rule_page.h: what the program says about its rules, from the tables of
 * check/rule.h: for a terminal, for programs, as a manual page and as a page of
 * docs/. */
#ifndef APP_RULE_PAGE_H
#define APP_RULE_PAGE_H

#include "base/lang.h"
#include "check/rule.h"

/* The language of the words about rules: that of the interface. */
Lang rule_words(void);
const char *rule_group_name(Str group); /* translated */
/* Where a rule reads: "press release, external FAQ", translated. */
void rule_places(const Rule *rule, StrBuf *out);
/* The message with "…" for what is filled in; empty when nothing else is in it. */
void rule_message(const Rule *rule, Lang lang, StrBuf *out);

/* All rules by group, one line each. */
void rule_list(StrBuf *out);
/* Everything about one rule, at most `width` cells wide. */
void rule_page(const Rule *rule, int width, StrBuf *out);
/* docs/schema/rules-1.json; `only` may be NULL: all rules. */
void rule_json(const Rule *only, StrBuf *out);

/* --- rule_docs.c: always English ----------------------------------------- */

/* The part of docs/rules.md that is printed. */
void rule_markdown(StrBuf *out);
/* What stands in prfaq-rules(7) about the rules. */
void rule_manual(StrBuf *out);

#endif
