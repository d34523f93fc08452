/* message.h: words for people, through gettext, and the Korean particles that
 * depend on the word before them.
 *
 * _("…") is translated when it runs, N_("…") only marked, C_("context", "…")
 * told apart by its context. Never build a sentence from pieces; two arguments
 * or more are positional in the translation. A translation may hold a pair of
 * particles in braces after a placeholder, "%1$s{을/를}": particles_settle()
 * settles it over the formatted string. */
#ifndef BASE_MESSAGE_H
#define BASE_MESSAGE_H

#include <libintl.h>

#include "base/lang.h"
#include "base/str.h"

#define _(msg)       message_text(msg)
#define N_(msg)      msg
#define C_(ctx, msg) message_context(ctx "\004" msg, msg)

/* Translation of `msg`, a literal: its address stands for it. */
const char *message_text(const char *msg) __attribute__((format_arg(1)));
/* Translation of `msg` under a context; `key` is "context\004msg". */
const char *message_context(const char *key, const char *msg)
    __attribute__((format_arg(2)));

/* Set locale and catalogue as docs/languages.md says.
 *
 *   wanted   "en" or "ko", or NULL: PRFAQ_LANG, then `configured` (may be NULL),
 *            then the locale of the environment
 *   returns  false when no UTF-8 locale exists: screens cannot be drawn */
bool message_init(const char *wanted, const char *configured);
Lang message_lang(void); /* language of the interface: LANG_EN or LANG_KO */

/* Append a formatted message with its particles settled. */
void message_addf(StrBuf *out, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* Replace every "{은/는}" in `text` by the form that fits what stands before
 * it, in place. Pairs: 은/는 이/가 을/를 과/와 으로/로 아/야 이나/나 이라/라
 * 이에요/예요. Other braces stay.  source: content rules in docs/languages.md */
void particles_settle(StrBuf *text);

#endif
