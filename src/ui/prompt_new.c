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
    case 6:
        return _("Where does the idea come from: 1 customer, 2 skill, 3 technology, 4 "
                 "competitor? It may wait.");
    default:
        return "";
    }
}

static const char *const origins[] = {N_("customer"), N_("skill"), N_("technology"),
                                      N_("competitor")};

enum { ORIGINS = sizeof origins / sizeof *origins };

Str prompt_origin(Str typed)
{
    int number = 0;

    typed = str_trim(typed);
    if (str_to_int(typed, &number) && number >= 1 && number <= ORIGINS)
        return str_from(origins[number - 1]);
    for (size_t i = 0; i < ORIGINS; i++)
        if (str_eq_nocase(typed, str_from(origins[i])) ||
            str_eq(typed, str_from(_(origins[i]))))
            return str_from(origins[i]);
    return (Str){0};
}

/* Left and right go through them. */
static void switch_origin(Prompt *p, bool right)
{
    Field *field = &p->fields[NEW_ORIGIN];
    Str now = prompt_origin(field_view(field));
    size_t at = right ? ORIGINS - 1 : 0;

    for (size_t i = 0; i < ORIGINS; i++)
        if (str_eq(now, str_from(origins[i])))
            at = i;
    field_set(field, str_from(_(origins[(at + (right ? 1 : ORIGINS - 1)) % ORIGINS])));
}

static void new_document(Model *m, Effect *out)
{
    const Template *t = prompt_template(m, m->prompt.template_at, m->prompt.lang);

    if (field_view(&m->prompt.fields[NEW_NAME]).len == 0) {
        m->prompt.selected = 2;
        model_say(m, _("Give the document a short name, such as lantern."));
        return;
    }
    if (!str_is_blank(field_view(&m->prompt.fields[NEW_ORIGIN])) &&
        prompt_origin(field_view(&m->prompt.fields[NEW_ORIGIN])).len == 0) {
        m->prompt.selected = 2 + NEW_ORIGIN;
        model_say(m, "%s", prompt_field_help(2 + NEW_ORIGIN));
        return;
    }
    if (!t)
        return;
    *out = (Effect){
        .type = EFFECT_CREATE,
        .draft = {.template_id = t->id,
                  .lang = m->prompt.lang,
                  .name = field_view(&m->prompt.fields[NEW_NAME]),
                  .title = field_view(&m->prompt.fields[NEW_TITLE]),
                  .customer = field_view(&m->prompt.fields[NEW_CUSTOMER]),
                  .product = field_view(&m->prompt.fields[NEW_PRODUCT]),
                  .origin = prompt_origin(field_view(&m->prompt.fields[NEW_ORIGIN]))}};
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
    } else if (p->selected == 2 + NEW_ORIGIN &&
               (key->code == KEYCODE_LEFT || key->code == KEYCODE_RIGHT ||
                (key->code == KEYCODE_CHAR && key->cp == ' '))) {
        switch_origin(p, key->code != KEYCODE_LEFT);
    } else if (!option && p->selected + 1 < rows) {
        field_key(&p->fields[p->selected - 2], key);
    }
}
