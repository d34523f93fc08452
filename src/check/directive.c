#include "check/directive.h"

static const struct {
    DirectiveKind kind;
    Str word;
} words[] = {
    {DIRECTIVE_OFF, {"prfaq-off", 9}},
    {DIRECTIVE_ON, {"prfaq-on", 8}},
    {DIRECTIVE_OK, {"prfaq-ok", 8}},
};

static bool is_space(char c)
{
    return c == ' ' || c == '\t';
}

/* The word must end there: "prfaq-offline" is none of ours. */
static bool takes_word(Str s, Str word)
{
    return str_starts(s, word) &&
           (s.len == word.len || is_space(s.ptr[word.len]) || s.ptr[word.len] == ':');
}

bool directive_parse(Str comment, Directive *out)
{
    Str s = str_trim(comment);

    if (s.len < 7 || !str_starts(s, STR("<!--")) ||
        str_find(s, STR("-->"), 4) != s.len - 3)
        return false;
    s = str_trim(str_slice(s, 4, s.len - 3));
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        if (!takes_word(s, words[i].word))
            continue;
        Str rest = str_slice(s, words[i].word.len, s.len);
        size_t colon = str_find_byte(rest, ':', 0);
        size_t end = colon == STR_NONE ? rest.len : colon;
        *out = (Directive){
            .kind = words[i].kind,
            .ids = str_trim(str_slice(rest, 0, end)),
            .reason = colon == STR_NONE ? (Str){0}
                                        : str_trim(str_slice(rest, end + 1, rest.len)),
        };
        return true;
    }
    return false;
}

bool directive_next(Str *ids, Str *id)
{
    while (ids->ptr && str_next_field(ids, ',', id)) {
        *id = str_trim(*id);
        if (id->len > 0)
            return true;
    }
    return false;
}
