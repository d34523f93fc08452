#include "app/manual_keys.h"

#include "ui/keymap.h"
#include "ui/tutorial.h"

void manual_keys(StrBuf *out)
{
    keymap_manual(out);
}

void manual_tutorial(StrBuf *out)
{
    tutorial_manual(out);
}
