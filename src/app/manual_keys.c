#include "app/manual_keys.h"

#include "ui/keymap.h"

void manual_keys(StrBuf *out)
{
    keymap_manual(out);
}
