#include "review/due.h"

enum { DUE_MAX = 9999 };

bool due_parse(Str value, Due *out)
{
    Str text = str_trim(value);
    bool days = str_ends(text, STR("bd"));
    int number = 0;

    if (!days && !str_ends(text, STR("h")))
        return false;
    if (!str_to_int(str_slice(text, 0, text.len - (days ? 2 : 1)), &number) ||
        number < 1 || number > DUE_MAX)
        return false;
    *out = days ? (Due){.business_days = number} : (Due){.hours = number};
    return true;
}

Moment due_after(Moment asked, Due due)
{
    if (due.business_days > 0)
        return moment_add_business_days(asked, due.business_days);
    asked.seconds += (int64_t)due.hours * 3600;
    return asked;
}
