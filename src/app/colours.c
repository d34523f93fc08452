#include "app/colours.h"

#include "app/own_setting.h"
#include "term/theme.h"

Msg colours_change(Effects *e, const Effect *effect)
{
    Msg msg = {.type = MSG_FAILED, .effect = effect->type};

    term_theme(e->term, theme_named(effect->name));
    if (own_setting_change(e->session, STR("ui.theme"), effect->name, &msg.error))
        msg.type = MSG_DONE;
    return msg;
}
