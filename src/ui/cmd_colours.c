#include "base/message.h"
#include "ui/cmd.h"

static const struct {
    const char *name; /* as in the settings */
    const char *words;
} colours[] = {
    {"default", N_("Colours: default (blue and orange). Your settings keep it.")},
    {"classic", N_("Colours: classic (green and red). Your settings keep it.")},
    {"contrast",
     N_("Colours: contrast (few, for a projector). Your settings keep it.")},
    {"mono", N_("Colours: mono (none). Your settings keep it.")},
};

const char *no_colours(const Model *m)
{
    return m->color_off ? _("this terminal has no colours, or NO_COLOR is set") : NULL;
}

void cmd_colours(Model *m, Effect *out)
{
    m->colours = (m->colours + 1) % (sizeof colours / sizeof *colours);
    model_say(m, "%s", _(colours[m->colours].words));
    *out = (Effect){.type = EFFECT_COLOURS, .name = str_from(colours[m->colours].name)};
}
