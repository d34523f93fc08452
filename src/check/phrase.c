#include "check/phrase.h"

bool phrase_is_one_of(Str word, const char *const *list, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (str_eq_nocase(word, str_from(list[i])))
            return true;
    return false;
}

bool phrase_any_in(Str text, const char *const *list, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (str_find(text, str_from(list[i]), 0) != STR_NONE)
            return true;
    return false;
}

bool phrase_any_ends(Str text, const char *const *list, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (str_ends(text, str_from(list[i])))
            return true;
    return false;
}

bool phrase_stands_in(Str folded, const char *phrase)
{
    Str p = str_from(phrase);

    for (size_t at = 0; (at = str_find(folded, p, at)) != STR_NONE; at++) {
        char before = at > 0 ? folded.ptr[at - 1] : ' ';
        char after = at + p.len < folded.len ? folded.ptr[at + p.len] : ' ';
        bool left = before < 'a' || before > 'z';
        bool right = after < 'a' || after > 'z';
        if (left && right)
            return true;
    }
    return false;
}
