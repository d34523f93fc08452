#include "base/resource.h"

#include <assert.h>

#include "base/resource_table.h"

bool resource_find(Str path, Str *bytes)
{
    size_t low = 0, high = resource_table_count;

    while (low < high) {
        size_t middle = low + (high - low) / 2;
        int order = str_cmp(path, resource_table[middle].path);
        if (order == 0) {
            *bytes = resource_table[middle].bytes;
            return true;
        }
        if (order < 0)
            high = middle;
        else
            low = middle + 1;
    }
    return false;
}

size_t resource_count(void)
{
    return resource_table_count;
}

Resource resource_at(size_t index)
{
    assert(index < resource_table_count);
    return resource_table[index];
}

bool tsv_next(Str *rest, TsvRow *row)
{
    enum { FIELDS = sizeof row->fields / sizeof row->fields[0] };
    Str line, field;
    int number = row->line + 1;

    if (!str_next_line(rest, &line))
        return false;
    *row = (TsvRow){.line = number};
    while (row->count < FIELDS && str_next_field(&line, '\t', &field))
        row->fields[row->count++] = field;
    return true;
}

bool tsv_has_control(Str text)
{
    if (str_ends(text, STR("\r")))
        text.len--;
    for (size_t i = 0; i < text.len; i++) {
        unsigned char c = (unsigned char)text.ptr[i];
        if ((c < 0x20 && c != '\t') || c == 0x7F)
            return true;
    }
    return false;
}
