#include "base/message.h"

#include <langinfo.h>
#include <locale.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/unicode.h"
#include "base/utf8.h"

static Lang interface_lang = LANG_EN;

enum { MEMO_SIZE = 512 }; /* a screen has some 50 messages */

/* A frame asks for the same messages as the one before it: what gettext() finds, with
 * locks and environment, is kept. A thread has its own, so that none waits. */
typedef struct Memo {
    const char *msg;
    const char *text;
    unsigned of; /* the language it is in */
} Memo;

static unsigned language_changes = 1;

const char *message_text(const char *msg)
{
    static _Thread_local Memo memos[MEMO_SIZE];
    uintptr_t address = (uintptr_t)msg;

    if (interface_lang == LANG_EN) /* there is no English catalogue */
        return msg;
    Memo *memo = &memos[(address ^ address >> 9) % MEMO_SIZE];
    if (memo->msg != msg || memo->of != language_changes)
        *memo = (Memo){msg, gettext(msg), language_changes};
    return memo->text;
}

const char *message_context(const char *key, const char *msg)
{
    const char *translated = gettext(key);
    return translated == key ? msg : translated;
}

static bool choose_language(const char *value)
{
    Lang lang;

    if (!value || !*value)
        return false;
    if (strcmp(value, "C") == 0 || strcmp(value, "POSIX") == 0 ||
        strncmp(value, "C.", 2) == 0)
        lang = LANG_EN;
    else if (!lang_parse(str_from(value), &lang))
        return false;
    interface_lang = lang == LANG_KO ? LANG_KO : LANG_EN;
    return true;
}

static void find_language(const char *wanted, const char *configured)
{
    static const char *const variables[] = {"LANGUAGE", "LC_ALL", "LC_MESSAGES",
                                            "LANG"};

    interface_lang = LANG_EN;
    if (choose_language(wanted) || choose_language(getenv("PRFAQ_LANG")) ||
        choose_language(configured))
        return;
    for (size_t i = 0; i < sizeof variables / sizeof *variables; i++) {
        const char *value = getenv(variables[i]);
        if (value && *value) {
            choose_language(value);
            return;
        }
    }
}

/* Of the twelve categories of a locale, a file each, we use two: characters and
 * messages. Numbers and dates are written our own way. */
static bool utf8_locale(const char *name)
{
    return setlocale(LC_CTYPE, name) && setlocale(LC_MESSAGES, name) &&
           strcmp(nl_langinfo(CODESET), "UTF-8") == 0;
}

bool message_init(const char *wanted, const char *configured)
{
    find_language(wanted, configured);
    bool utf8 = utf8_locale("") || utf8_locale("C.UTF-8") || utf8_locale("en_US.UTF-8");
    setenv("LANGUAGE", lang_code(interface_lang), 1);

    const char *dir = getenv("PRFAQ_LOCALEDIR");
    bindtextdomain("prfaq", dir && *dir ? dir : PRFAQ_LOCALEDIR);
    bind_textdomain_codeset("prfaq", "UTF-8");
    textdomain("prfaq");
    language_changes++;
    return utf8;
}

Lang message_lang(void)
{
    return interface_lang;
}

typedef struct Pair {
    const char *text;   /* "{은/는}" */
    const char *closed; /* after a final consonant */
    const char *open;
    const char *unknown; /* when the sound before it cannot be told */
} Pair;

/* clang-format off */
static const Pair pairs[] = {
    {"{은/는}",      "은",     "는",   "은(는)"},
    {"{이/가}",      "이",     "가",   "이(가)"},
    {"{을/를}",      "을",     "를",   "을(를)"},
    {"{과/와}",      "과",     "와",   "과(와)"},
    {"{으로/로}",    "으로",   "로",   "(으)로"},
    {"{아/야}",      "아",     "야",   "아(야)"},
    {"{이나/나}",    "이나",   "나",   "(이)나"},
    {"{이라/라}",    "이라",   "라",   "(이)라"},
    {"{이에요/예요}", "이에요", "예요", "이에요(예요)"},
};
/* clang-format on */

typedef enum Ending { ENDING_UNKNOWN, ENDING_OPEN, ENDING_CLOSED, ENDING_RIEUL } Ending;

static Ending ending_of_hangul(uint32_t cp)
{
    uint32_t final = (cp - 0xAC00) % 28;
    return final == 0 ? ENDING_OPEN : final == 8 ? ENDING_RIEUL : ENDING_CLOSED;
}

static Ending ending_of_digits(Str before, size_t end)
{
    /* Read in Korean: 영 일 이 삼 사 오 육 칠 팔 구, 십 백 천 만 억 조. */
    static const Ending last[] = {
        ENDING_CLOSED, ENDING_RIEUL,  ENDING_OPEN,  ENDING_CLOSED, ENDING_OPEN,
        ENDING_OPEN,   ENDING_CLOSED, ENDING_RIEUL, ENDING_RIEUL,  ENDING_OPEN};
    size_t zeros = 0;
    size_t at = end;

    while (at > 0 && (before.ptr[at - 1] == '0' || before.ptr[at - 1] == ',')) {
        zeros += before.ptr[at - 1] == '0';
        at--;
    }
    bool number_before =
        at > 0 && before.ptr[at - 1] >= '0' && before.ptr[at - 1] <= '9';
    if (zeros > 0 && number_before)
        return zeros >= 12 ? ENDING_OPEN : ENDING_CLOSED;
    if (zeros > 0)
        return ENDING_CLOSED; /* 영 */
    return last[before.ptr[end - 1] - '0'];
}

static Ending ending_of_letter(char letter)
{
    /* Names of the letters in Korean: L 엘, M 엠, N 엔, R 알 end in a consonant. */
    switch (letter | 0x20) {
    case 'l':
    case 'r':
        return ENDING_RIEUL;
    case 'm':
    case 'n':
        return ENDING_CLOSED;
    default:
        return ENDING_OPEN;
    }
}

static bool is_ascii_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static Ending ending_of_latin(Str before, size_t end)
{
    size_t start = end;

    while (start > 0 && is_ascii_letter(before.ptr[start - 1]))
        start--;
    for (size_t i = start; i < end; i++)
        if (before.ptr[i] >= 'a' && end - start > 1)
            return ENDING_UNKNOWN;
    return ending_of_letter(before.ptr[end - 1]);
}

/* End of `before` without closing marks and without a whole "(…)" group. */
static size_t skip_closing(Str before)
{
    static const char *const marks[] = {"”", "’",  "」", "』", "》", "»", "]",
                                        "}", "\"", "'",  "*",  "_",  "`", "…"};
    size_t end = before.len;
    bool again = true;

    while (again && end > 0) {
        again = false;
        Str rest = str_slice(before, 0, end);
        for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
            if (str_ends(rest, str_from(marks[i]))) {
                end -= strlen(marks[i]);
                again = true;
                break;
            }
        }
        if (!again && before.ptr[end - 1] == ')') {
            size_t open = str_rfind_byte(rest, '(');
            if (open != STR_NONE && open > 0) {
                end = open;
                again = true;
            }
        }
    }
    return end;
}

static Ending ending_of(Str before)
{
    size_t end = skip_closing(before);
    uint32_t cp;

    if (end == 0)
        return ENDING_UNKNOWN;
    utf8_decode(before, utf8_before(before, end), &cp);
    if (cp >= 0xAC00 && cp <= 0xD7A3)
        return ending_of_hangul(cp);
    if (cp == '%')
        return ENDING_OPEN; /* 퍼센트 */
    if (cp >= '0' && cp <= '9')
        return ending_of_digits(before, end);
    if (cp < 0x80 && is_ascii_letter((char)cp))
        return ending_of_latin(before, end);
    return ENDING_UNKNOWN;
}

static void add_form(StrBuf *out, const Pair *pair)
{
    Ending ending = ending_of(strbuf_view(out));
    bool ro = strcmp(pair->open, "로") == 0;

    if (ending == ENDING_UNKNOWN) {
        strbuf_addz(out, pair->unknown);
        return;
    }
    bool closed = ending == ENDING_CLOSED || (ending == ENDING_RIEUL && !ro);
    strbuf_addz(out, closed ? pair->closed : pair->open);
}

void particles_settle(StrBuf *text)
{
    if (str_find_byte(strbuf_view(text), '{', 0) == STR_NONE)
        return;

    StrBuf out = {0};
    Str in = strbuf_view(text);
    for (size_t at = 0; at < in.len;) {
        const Pair *hit = NULL;
        for (size_t i = 0; in.ptr[at] == '{' && i < sizeof pairs / sizeof *pairs; i++)
            if (str_starts(str_slice(in, at, in.len), str_from(pairs[i].text)))
                hit = &pairs[i];
        if (hit) {
            add_form(&out, hit);
            at += strlen(hit->text);
        } else {
            strbuf_addc(&out, in.ptr[at++]);
        }
    }
    strbuf_deinit(text);
    *text = out;
}

void message_addf(StrBuf *out, const char *format, ...)
{
    StrBuf text = {0};
    va_list args;

    va_start(args, format);
    strbuf_addv(&text, format, args);
    va_end(args);
    particles_settle(&text);
    strbuf_add(out, strbuf_view(&text));
    strbuf_deinit(&text);
}
