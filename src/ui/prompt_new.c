/* The form of a new document. */
#include "base/message.h"
#include "ui/prompt.h"

const char *prompt_field_help(size_t row)
{
    switch (row) {
    case 2:
        return _("A short name for the file, such as lantern.");
    case 3:
        return _("The title people will read. It may wait.");
    case 4:
        return _("Who is it for? One kind of person, in a few words. It may wait.");
    case 5:
        return _("What is the product called? It may wait.");
    default:
        return "";
    }
}

static void new_document(Model *m, Effect *out)
{
    const Template *t = prompt_template(m, m->prompt.template_at, m->prompt.lang);

    if (field_view(&m->prompt.fields[NEW_NAME]).len == 0) {
        m->prompt.selected = 2;
        model_say(m, _("Give the document a short name, such as lantern."));
        return;
    }
    if (!t)
        return;
    *out = (Effect){.type = EFFECT_CREATE,
                    .draft = {.template_id = t->id,
                              .lang = m->prompt.lang,
                              .name = field_view(&m->prompt.fields[NEW_NAME]),
                              .title = field_view(&m->prompt.fields[NEW_TITLE]),
                              .customer = field_view(&m->prompt.fields[NEW_CUSTOMER]),
                              .product = field_view(&m->prompt.fields[NEW_PRODUCT])}};
}

static void switch_option(Model *m, const Key *key)
{
    Prompt *p = &m->prompt;
    size_t count = prompt_template_count(m);
    bool right = key->code == KEYCODE_RIGHT;

    if (p->selected == 0 && count > 0)
        p->template_at = (p->template_at + (right ? 1 : count - 1)) % count;
    else if (p->selected == 1)
        p->lang = p->lang == LANG_EN ? LANG_KO : LANG_EN;
}

/* Rows: template, language, the fields, "Start writing". Every row can be left,
 * forward and back, whatever is in it. */
void prompt_new_key(Model *m, const Key *key, Effect *out)
{
    Prompt *p = &m->prompt;
    size_t rows = 2 + NEW_FIELDS + 1;
    bool option = p->selected < 2;

    if (key->code == KEYCODE_CHAR && key->mods == MOD_CTRL && key->cp == 's') {
        new_document(m, out);
    } else if (key->code == KEYCODE_TAB || key->code == KEYCODE_DOWN ||
               key->code == KEYCODE_UP) {
        bool back = key->code == KEYCODE_UP || (key->mods & MOD_SHIFT);
        p->selected = (p->selected + (back ? rows - 1 : 1)) % rows;
    } else if (key->code == KEYCODE_ENTER) {
        if (p->selected + 1 == rows)
            new_document(m, out);
        else
            p->selected++;
    } else if (option && (key->code == KEYCODE_LEFT || key->code == KEYCODE_RIGHT ||
                          (key->code == KEYCODE_CHAR && key->cp == ' '))) {
        Key right = {.code = key->code == KEYCODE_LEFT ? KEYCODE_LEFT : KEYCODE_RIGHT};
        switch_option(m, &right);
    } else if (!option && p->selected + 1 < rows) {
        field_key(&p->fields[p->selected - 2], key);
    }
}
