/* What is being asked, as lines of text: a key, a blank, the value with its line breaks
 * as "\n". Of each box the lines follow each other. */
#include "ui/area.h"
#include "ui/ask.h"

static void add_line(const char *key, Str value, StrBuf *out)
{
    if (value.len == 0)
        return;
    strbuf_addf(out, "%s ", key);
    for (size_t i = 0; i < value.len; i++) {
        char c = value.ptr[i];
        if (c == '\n')
            strbuf_addz(out, "\\n");
        else if (c == '\\')
            strbuf_addz(out, "\\\\");
        else
            strbuf_addc(out, c);
    }
    strbuf_addc(out, '\n');
}

static void unescape(Str value, StrBuf *out)
{
    strbuf_clear(out);
    for (size_t i = 0; i < value.len; i++) {
        char c = value.ptr[i];
        if (c == '\\' && i + 1 < value.len)
            c = value.ptr[++i] == 'n' ? '\n' : value.ptr[i];
        strbuf_addc(out, c);
    }
}

void ask_write(const AskBox boxes[BOX_COUNT], StrBuf *out)
{
    for (int i = 0; i < BOX_COUNT; i++) {
        const AskBox *box = &boxes[i];
        if (ask_is_empty(box))
            continue;
        add_line("kind",
                 i == BOX_REPLY ? STR("reply") : str_from(thread_kind_name(box->kind)),
                 out);
        add_line("id", strbuf_view(&box->id), out);
        add_line("label", strbuf_view(&box->label), out);
        add_line("quote", strbuf_view(&box->quote), out);
        add_line("part", strbuf_view(&box->part), out);
        add_line("wording", field_view(&box->wording), out);
        add_line("for", field_view(&box->owner), out);
        add_line("due", field_view(&box->due), out);
        add_line("words", field_view(&box->words), out);
    }
}

static void take(AskBox *box, Str key, Str value)
{
    if (str_eq(key, STR("id")))
        strbuf_set(&box->id, value);
    else if (str_eq(key, STR("label")))
        strbuf_set(&box->label, value);
    else if (str_eq(key, STR("quote")))
        strbuf_set(&box->quote, value);
    else if (str_eq(key, STR("part")))
        strbuf_set(&box->part, value);
    else if (str_eq(key, STR("wording")))
        field_set(&box->wording, value);
    else if (str_eq(key, STR("for")))
        field_set(&box->owner, value);
    else if (str_eq(key, STR("due")))
        field_set(&box->due, value);
    else if (str_eq(key, STR("words")))
        area_set(&box->words, value);
}

void ask_read(Str text, AskBox boxes[BOX_COUNT])
{
    AskBox *box = &boxes[BOX_ASK];
    StrBuf value = {0};
    Str line;

    while (str_next_line(&text, &line)) {
        size_t space = str_find_byte(line, ' ', 0);
        if (space == STR_NONE)
            continue;
        Str key = str_slice(line, 0, space);
        unescape(str_slice(line, space + 1, line.len), &value);
        bool reply = str_eq(strbuf_view(&value), STR("reply"));
        if (str_eq(key, STR("kind"))) {
            box = &boxes[reply ? BOX_REPLY : BOX_ASK];
            box->replies = reply;
            if (!reply)
                thread_kind_parse(strbuf_view(&value), &box->kind);
        } else {
            take(box, key, strbuf_view(&value));
        }
    }
    strbuf_deinit(&value);
}
