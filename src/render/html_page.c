#include "render/html_page.h"

#include "base/hash.h"
#include "base/unicode.h"

/* Measure about 66 letters; Korean words are kept whole and emphasis is weight,
 * as Hangul has no italics (docs/languages.md). On paper: A4 and Letter alike,
 * no heading alone at the foot of a page, no FAQ pair torn apart. */
/* clang-format off */
static const char style[] =
    "\n:root{--ink:#1d1d1f;--paper:#fff;--muted:#5f6268;--rule:#d8d9dc;"
    "--shade:#f4f4f5;--accent:#0a58b5}\n"
    "@media (prefers-color-scheme:dark){:root{--ink:#e6e6e3;--paper:#17181b;"
    "--muted:#a3a6ac;--rule:#3b3d43;--shade:#222428;--accent:#8ab6f5}}\n"
    "*{box-sizing:border-box}\n"
    "html{color-scheme:light dark;-webkit-text-size-adjust:100%}\n"
    "body{margin:0;padding:4rem 1.5rem 5rem;background:var(--paper);color:var(--ink);"
    "font:1.0625rem/1.6 system-ui,-apple-system,\"Segoe UI\",Roboto,\"Noto Sans\","
    "\"Helvetica Neue\",Arial,\"Noto Sans CJK KR\",\"Noto Sans KR\",\"Pretendard\","
    "\"Apple SD Gothic Neo\",\"Malgun Gothic\",\"NanumGothic\",sans-serif;"
    "overflow-wrap:anywhere}\n"
    ":lang(ko) body{font-family:\"Noto Sans CJK KR\",\"Noto Sans KR\",\"Pretendard\","
    "\"Apple SD Gothic Neo\",\"Malgun Gothic\",\"NanumGothic\",sans-serif;"
    "word-break:keep-all;overflow-wrap:anywhere;line-height:1.6}\n"
    "main,footer{max-width:60ch;margin:0 auto}\n"
    "h1,h2,h3,h4,h5,h6{margin:2.2em 0 .6em;line-height:1.3;font-weight:700;"
    "text-wrap:balance}\n"
    "h1{margin:0 0 .5em;font-size:2.25rem;line-height:1.18;letter-spacing:-.018em}\n"
    "h2{font-size:1.4rem;margin-top:2.8em;padding-top:1.1em;"
    "border-top:1px solid var(--rule)}\n"
    "h3{font-size:1.125rem}\n"
    "h4,h5,h6{font-size:1rem}\n"
    "p,ul,ol,pre,blockquote,.table{margin:0 0 1em}\n"
    ".subheading{margin:-.1em 0 1.9em;font-size:1.25rem;line-height:1.45;"
    "color:var(--muted);text-wrap:pretty}\n"
    ".label{margin:2em 0 .3em;padding:0;border:0;font-size:.8125rem;font-weight:600;"
    "letter-spacing:.04em;color:var(--muted)}\n"
    ".said,blockquote{margin-left:0;margin-right:0;padding-left:1.15em;"
    "border-left:3px solid var(--rule)}\n"
    ".said em,blockquote em{font-style:italic}\n"
    ":lang(ko) em,:lang(ja) em,:lang(zh) em{font-style:normal;font-weight:600}\n"
    "ul,ol{padding-left:1.5em}\n"
    "li{margin:.25em 0}\n"
    "li>ul,li>ol{margin:0}\n"
    "p+ul,p+ol{margin-top:-.5em}\n"
    ".pair{position:relative;margin:1.7em 0;padding-left:2.5rem}\n"
    ".question{margin:0 0 .35em;font-size:1.0625rem;font-weight:700;line-height:1.45;"
    "text-wrap:pretty}\n"
    ".number{color:var(--muted);font-weight:600;font-variant-numeric:tabular-nums}\n"
    ".pair .number{position:absolute;left:0}\n"
    ".pair>:last-child{margin-bottom:0}\n"
    "a{color:var(--accent);text-decoration-thickness:.06em;"
    "text-underline-offset:.17em}\n"
    "code,pre{font-family:ui-monospace,\"SFMono-Regular\",Menlo,Consolas,"
    "\"NanumGothicCoding\",monospace;font-size:.9em}\n"
    "code{padding:.1em .3em;border-radius:3px;background:var(--shade)}\n"
    "pre{padding:.9em 1.1em;border-radius:6px;background:var(--shade);"
    "white-space:pre-wrap}\n"
    "pre code{padding:0;background:none;font-size:1em}\n"
    "hr{margin:2.5em auto;width:5em;border:0;border-top:1px solid var(--rule)}\n"
    "img{max-width:100%;height:auto}\n"
    ".table{overflow-x:auto}\n"
    "table{border-collapse:collapse;min-width:55%;font-size:.9375em;line-height:1.45;"
    "font-variant-numeric:tabular-nums}\n"
    "th,td{padding:.45em 1.1em .45em 0;border-bottom:1px solid var(--rule);"
    "text-align:left;vertical-align:top}\n"
    "th{border-bottom:2px solid var(--muted);font-weight:600}\n"
    "tr>:last-child{padding-right:0}\n"
    ".c{text-align:center}.r{text-align:right}\n"
    "footer{margin-top:4rem;padding-top:.9rem;border-top:1px solid var(--rule)}\n"
    "footer p{margin:0;font-size:.8125rem;color:var(--muted)}\n"
    ":lang(ko) h1{line-height:1.3;letter-spacing:-.01em}\n"
    "@media (max-width:34rem){body{padding:2rem 1.1rem 3rem}h1{font-size:1.75rem}"
    ".subheading{font-size:1.125rem}.pair{padding-left:2rem}}\n"
    "@page{margin:20mm 22mm 22mm}\n"
    "@media print{:root{--ink:#000;--paper:#fff;--muted:#4a4a4a;--rule:#b9b9b9;"
    "--shade:#f3f3f3;--accent:#000}\n"
    "html{color-scheme:light}\n"
    "body{padding:0;font-size:11pt;line-height:1.45}\n"
    "main,footer{max-width:none}\n"
    ":lang(ko) body{line-height:1.55}\n"
    ".pair{margin:1.25em 0}h2{margin-top:2em}\n"
    "h1{font-size:22pt}.subheading{font-size:13pt}h2{font-size:14pt}"
    ".question,h3{font-size:11pt}\n"
    "h1,h2,h3,h4,h5,h6,.subheading{break-after:avoid}\n"
    ".pair,.said,blockquote,tr,img,pre{break-inside:avoid}\n"
    "p,li{orphans:3;widows:3}\n"
    "a{text-decoration:none}\n"
    "a[href^=\"http\"]:not(.bare)::after{content:\" (\" attr(href) \")\";"
    "font-size:.85em;color:var(--muted)}\n"
    "thead{display:table-header-group}.table{overflow:visible}\n"
    "footer{margin-top:2.5em;break-inside:avoid}footer p{font-size:8.5pt}}\n";
/* clang-format on */

void html_add_text(StrBuf *out, Str text)
{
    size_t copied = 0;

    for (size_t i = 0; i < text.len; i++) {
        char c = text.ptr[i];
        const char *entity = c == '&'   ? "&amp;"
                             : c == '<' ? "&lt;"
                             : c == '>' ? "&gt;"
                             : c == '"' ? "&quot;"
                                        : NULL;
        if (!entity)
            continue;
        strbuf_add(out, str_slice(text, copied, i));
        strbuf_addz(out, entity);
        copied = i + 1;
    }
    strbuf_add(out, str_slice(text, copied, text.len));
}

void html_add_base64(StrBuf *out, Str bytes)
{
    static const char digits[] =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

    strbuf_reserve(out, bytes.len / 3 * 4 + 4);
    for (size_t i = 0; i < bytes.len; i += 3) {
        size_t left = bytes.len - i;
        unsigned a = (unsigned char)bytes.ptr[i];
        unsigned b = left > 1 ? (unsigned char)bytes.ptr[i + 1] : 0;
        unsigned c = left > 2 ? (unsigned char)bytes.ptr[i + 2] : 0;
        strbuf_addc(out, digits[a >> 2]);
        strbuf_addc(out, digits[(a & 3) << 4 | b >> 4]);
        strbuf_addc(out, left > 1 ? digits[(b & 15) << 2 | c >> 6] : '=');
        strbuf_addc(out, left > 2 ? digits[c & 63] : '=');
    }
}

void html_add_visible(StrBuf *out, Str text)
{
    StrBuf b = {0};

    unicode_visible(text, VISIBLE_ONE_LINE, &b);
    html_add_text(out, strbuf_view(&b));
    strbuf_deinit(&b);
}

static void add_hash(StrBuf *out, Str sheet)
{
    Hash hash = hash_sha256(sheet);

    strbuf_addz(out, " 'sha256-");
    html_add_base64(out, (Str){(const char *)hash.bytes, sizeof hash.bytes});
    strbuf_addc(out, '\'');
}

/* Nothing is loaded, nothing runs, nothing is sent: the style sheets are named by
 * their hashes, and pictures are inside the page. */
static void add_policy(StrBuf *out, Str more)
{
    strbuf_addz(out, "<meta http-equiv=\"Content-Security-Policy\" content=\""
                     "default-src 'none'; img-src data:; style-src");
    add_hash(out, (Str){style, sizeof style - 1});
    if (more.len > 0)
        add_hash(out, more);
    strbuf_addz(out, "; base-uri 'none'; form-action 'none'\">\n");
}

void html_page_begin(StrBuf *out, Lang lang, Str title)
{
    html_page_begin_with(out, lang, title, (Str){0});
}

void html_page_begin_with(StrBuf *out, Lang lang, Str title, Str more)
{
    strbuf_addf(out, "<!DOCTYPE html>\n<html lang=\"%s\">\n<head>\n", lang_code(lang));
    strbuf_addz(out, "<meta charset=\"utf-8\">\n");
    add_policy(out, more);
    strbuf_addz(out, "<meta name=\"viewport\" "
                     "content=\"width=device-width, initial-scale=1\">\n"
                     "<meta name=\"referrer\" content=\"no-referrer\">\n<title>");
    html_add_visible(out, title);
    strbuf_addz(out, "</title>\n<style>");
    strbuf_add(out, (Str){style, sizeof style - 1});
    strbuf_addz(out, "</style>\n");
    if (more.len > 0) {
        strbuf_addz(out, "<style>");
        strbuf_add(out, more);
        strbuf_addz(out, "</style>\n");
    }
    strbuf_addz(out, "</head>\n<body>\n<main>\n");
}

void html_page_end(StrBuf *out, Str stamp)
{
    strbuf_addz(out, "</main>\n");
    if (!str_is_blank(stamp)) {
        strbuf_addz(out, "<footer><p>");
        html_add_visible(out, stamp);
        strbuf_addz(out, "</p></footer>\n");
    }
    strbuf_addz(out, "</body>\n</html>\n");
}
