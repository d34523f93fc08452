#include "ui/prompt.h"

#include "base/message.h"
#include "base/unicode.h"
#include "diff/wording.h"
#include "ui/checks.h"
#include "ui/cmd.h"
#include "ui/command.h"
#include "ui/confirm.h"
#include "ui/keymap.h"

/* clang-format off */
static const char *const choices[PROMPT_COUNT][3] = {
    [PROMPT_CLOSE] = {N_("Save a revision and close"),
                      N_("Close; keep the words in the file, not yet a revision")},
    [PROMPT_CLOSE_FILE] = {N_("Save the file and close")},
    [PROMPT_OUTSIDE] = {N_("Keep both: write my words to a new file beside it"),
                        N_("Take the file as it is now (Undo brings my words back)")},
    [PROMPT_EXPORT] = {N_("HTML, to read, send and print"), N_("Markdown"), N_("Plain text")},
    [PROMPT_PASTE] = {N_("Insert them here"), N_("Do not insert them")},
};
/* clang-format on */

const char *prompt_choice(PromptType type, size_t index)
{
    if (type == PROMPT_KIND)
        return confirm_kind(index) == PART_OTHER
                   ? NULL
                   : wording_part(confirm_kind(index), message_lang()).ptr;
    return index < 3 && choices[type][index] ? _(choices[type][index]) : NULL;
}

static bool same_template(const Template *a, const Template *b)
{
    return str_eq(a->id, b->id);
}

/* The first template of each id, in the library's order. */
static const Template *nth_template(const Model *m, size_t index)
{
    for (size_t i = 0; i < m->lib->template_count; i++) {
        const Template *t = &m->lib->templates[i];
        bool seen = false;
        for (size_t k = 0; k < i && !seen; k++)
            seen = same_template(&m->lib->templates[k], t);
        if (!seen && index-- == 0)
            return t;
    }
    return NULL;
}

size_t prompt_template_count(const Model *m)
{
    size_t n = 0;

    while (nth_template(m, n))
        n++;
    return n;
}

size_t prompt_template_index(const Model *m, Str id)
{
    for (size_t i = 0; nth_template(m, i); i++)
        if (str_eq(nth_template(m, i)->id, id))
            return i;
    return 0;
}

const Template *prompt_template(const Model *m, size_t index, Lang lang)
{
    const Template *t = nth_template(m, index);
    return t ? library_template(m->lib, t->id, lang) : NULL;
}

Str prompt_stop_title(const Model *m, size_t stop)
{
    const Derived *d = &m->ed.derived;
    const Stop *s = &d->stops[stop];

    if (s->question != NO_INDEX)
        return d->doc.questions[s->question].text;
    return d->doc.parts[s->part].title;
}

static bool stop_matches(const Model *m, size_t stop, Str folded)
{
    StrBuf title = {0};

    unicode_fold_str(prompt_stop_title(m, stop), &title);
    bool hit = str_find(strbuf_view(&title), folded, 0) != STR_NONE;
    strbuf_deinit(&title);
    return hit;
}

static size_t section_items(const Model *m, size_t *items)
{
    StrBuf query = {0};
    size_t n = 0;

    unicode_fold_str(field_view(&m->typed[PROMPT_SECTIONS]), &query);
    for (size_t i = 0; i < m->ed.derived.stop_count && n < PROMPT_ITEMS_MAX; i++)
        if (stop_matches(m, i, strbuf_view(&query)))
            items[n++] = i;
    strbuf_deinit(&query);
    return n;
}

static bool listed(const size_t *items, size_t n, size_t id)
{
    for (size_t i = 0; i < n; i++)
        if (items[i] == id)
            return true;
    return false;
}

static size_t palette_items(const Model *m, size_t *items)
{
    Str query = field_view(&m->typed[PROMPT_PALETTE]);
    size_t n = 0;

    /* Used last first, then the table's order; those that cannot be run here stay
     * listed, with the reason, after those that can. */
    for (size_t i = 0; i < sizeof m->recent / sizeof *m->recent; i++) {
        const Command *c = command_get((CommandId)m->recent[i]);
        if (c && !listed(items, n, c->id) && (c->where & IN(m->view)) &&
            command_matches(m, c, query))
            items[n++] = c->id;
    }
    for (int pass = 0; pass < 2; pass++) {
        for (int id = CMD_NONE + 1; id < CMD_COUNT; id++) {
            const Command *c = command_get((CommandId)id);
            bool here = c && (c->where & IN(m->view));
            if (c && here == (pass == 0) && id != CMD_PALETTE && id != CMD_MENU &&
                !listed(items, n, (size_t)id) && command_matches(m, c, query))
                items[n++] = (size_t)id;
        }
    }
    return n;
}

static size_t menu_items(const Model *m, size_t *items)
{
    size_t n = 0;

    for (int group = 0; group < GROUP_COUNT; group++) {
        for (int id = CMD_NONE + 1; id < CMD_COUNT; id++) {
            const Command *c = command_get((CommandId)id);
            if (c && c->letter && (int)c->group == group && (c->where & IN(m->view)))
                items[n++] = (size_t)id;
        }
    }
    return n;
}

size_t prompt_items(const Model *m, size_t *items)
{
    size_t n = 0;

    switch (m->prompt.type) {
    case PROMPT_MENU:
        return menu_items(m, items);
    case PROMPT_PALETTE:
        return palette_items(m, items);
    case PROMPT_SECTIONS:
        return section_items(m, items);
    case PROMPT_WHO:
        for (; n < m->person_count + 1 && n < PROMPT_ITEMS_MAX; n++)
            items[n] = n;
        return n;
    case PROMPT_NEW:
        for (; n < 2 + NEW_FIELDS + 1; n++)
            items[n] = n;
        return n;
    default:
        for (; prompt_choice(m->prompt.type, n); n++)
            items[n] = n;
        return n;
    }
}

static void run_selected(Model *m, size_t id, Effect *out)
{
    prompt_close(m);
    command_run(m, (CommandId)id, out);
}

/* A letter of the menu; any other key of the screen works as without the menu. */
static void menu_letter(Model *m, const Key *key, Effect *out)
{
    if (key->code != KEYCODE_CHAR || (key->mods & MOD_CTRL)) {
        CommandId id = keymap_find(m->view, key);
        if (id != CMD_NONE)
            run_selected(m, id, out);
        return;
    }
    uint32_t cp = key_latin(key->cp);
    if (cp == '/') {
        prompt_close(m);
        prompt_open(m, PROMPT_PALETTE);
        return;
    }
    const Command *c = cp < 0x80 ? command_by_letter(m->view, (char)cp) : NULL;
    if (!c) {
        model_say(m, _("No command has that letter here."));
        return;
    }
    run_selected(m, c->id, out);
}

static bool choose_number(const Key *key, size_t count, size_t *index)
{
    if (key->code != KEYCODE_CHAR || key->mods || key->cp < '1' || key->cp > '9')
        return false;
    *index = key->cp - '1';
    return *index < count;
}

static void close_choice(Model *m, size_t index, Effect *out)
{
    prompt_close(m);
    m->after_save = EFFECT_QUIT;
    if (index == 0)
        file_save_effect(m, (Str){0}, out);
    else
        file_write_effect(m, out);
}

static void outside_choice(Model *m, size_t index, Effect *out)
{
    prompt_close(m);
    if (index == 0) {
        file_write_effect(m, out);
        out->name = STR("mine"); /* a new file beside it */
        out->seen = (Str){0};
        return;
    }
    *out = (Effect){.type = EFFECT_RELOAD, .path = strbuf_view(&m->ed.path)};
}

static void export_choice(Model *m, size_t index, Effect *out)
{
    static const char *const formats[] = {"html", "md", "txt"};

    prompt_close(m);
    *out = (Effect){.type = EFFECT_EXPORT,
                    .path = strbuf_view(&m->ed.path),
                    .bytes = text_view(m->ed.text),
                    .name = str_from(formats[index])};
}

static void paste_choice(Model *m, size_t index)
{
    prompt_close(m);
    if (index == 0) {
        editor_insert_text(m, strbuf_view(&m->paste));
    }
    strbuf_clear(&m->paste);
}

/* The outgoing person's words are saved under their name before another takes
 * over. */
static bool saves_first(const Model *m, Str next)
{
    return m->view == VIEW_WRITE && m->ed.tracked && editor_unsaved(&m->ed) &&
           m->who.len > 0 && !str_eq(strbuf_view(&m->who), str_trim(next));
}

static void hand_over(Model *m, size_t index, Effect *out)
{
    if (index >= m->person_count) {
        prompt_close(m);
        field_set(&m->typed[PROMPT_NAME], (Str){0});
        prompt_open(m, PROMPT_NAME);
        return;
    }
    prompt_close(m);
    strbuf_clear(&m->next_who);
    strbuf_add(&m->next_who, m->people[index].name);
    if (saves_first(m, strbuf_view(&m->next_who))) {
        m->after_save = EFFECT_WHO;
        file_save_effect(m, (Str){0}, out);
        return;
    }
    file_hand_over(m, out);
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

static void choose(Model *m, size_t row, const size_t *items, Effect *out)
{
    switch (m->prompt.type) {
    case PROMPT_MENU:
    case PROMPT_PALETTE:
        run_selected(m, items[row], out);
        break;
    case PROMPT_SECTIONS:
        prompt_close(m);
        editor_go_stop(m, items[row]);
        break;
    case PROMPT_WHO:
        hand_over(m, items[row], out);
        break;
    case PROMPT_CLOSE:
    case PROMPT_CLOSE_FILE:
        close_choice(m, items[row], out);
        break;
    case PROMPT_OUTSIDE:
        outside_choice(m, items[row], out);
        break;
    case PROMPT_EXPORT:
        export_choice(m, items[row], out);
        break;
    case PROMPT_PASTE:
        paste_choice(m, items[row]);
        break;
    case PROMPT_KIND:
        confirm_choose_kind(m, items[row]);
        break;
    default:
        break;
    }
}

static void tick_person(Model *m)
{
    if (m->prompt.selected >= m->person_count)
        return;
    m->people[m->prompt.selected].here = !m->people[m->prompt.selected].here;
    m->prompt.ticked = true;
}

static bool list_motion(Prompt *p, const Key *key, size_t count)
{
    size_t page = 10;

    switch (key->code) {
    case KEYCODE_UP:
        p->selected = p->selected > 0 ? p->selected - 1 : count ? count - 1 : 0;
        return true;
    case KEYCODE_DOWN:
        p->selected = p->selected + 1 < count ? p->selected + 1 : 0;
        return true;
    case KEYCODE_PAGE_UP:
        p->selected = p->selected > page ? p->selected - page : 0;
        return true;
    case KEYCODE_PAGE_DOWN:
        p->selected = p->selected + page < count ? p->selected + page
                      : count                    ? count - 1
                                                 : 0;
        return true;
    default:
        return false;
    }
}

static void box_key(Model *m, const Key *key, Effect *out)
{
    size_t items[PROMPT_ITEMS_MAX];
    size_t count = prompt_items(m, items);
    size_t number;
    PromptType type = m->prompt.type;
    bool typing = type == PROMPT_PALETTE || type == PROMPT_SECTIONS;

    if (list_motion(&m->prompt, key, count))
        return;
    if (key->code == KEYCODE_ENTER) {
        if (m->prompt.selected < count)
            choose(m, m->prompt.selected, items, out);
        return;
    }
    if (type == PROMPT_MENU) {
        menu_letter(m, key, out);
    } else if (typing) {
        if (field_key(&m->typed[type], key))
            m->prompt.selected = 0;
    } else if (type == PROMPT_WHO && key->code == KEYCODE_CHAR && key->cp == ' ') {
        tick_person(m);
    } else if (choose_number(key, count, &number)) {
        choose(m, number, items, out);
    }
}

static void find_key(Model *m, const Key *key)
{
    if (key->code == KEYCODE_ENTER || key->code == KEYCODE_F3 ||
        key->code == KEYCODE_DOWN) {
        editor_find(m, m->ed.caret);
    } else if (field_key(&m->typed[PROMPT_FIND], key)) {
        if (m->typed[PROMPT_FIND].text.len == 0)
            m->ed.anchor = NO_INDEX;
        editor_find(m, m->find_at);
    }
}

static void note_key(Model *m, const Key *key, Effect *out)
{
    bool save = key->code == KEYCODE_ENTER ||
                (key->code == KEYCODE_CHAR && key->cp == 's' && key->mods == MOD_CTRL);

    if (!save) {
        field_key(&m->typed[PROMPT_NOTE], key);
        return;
    }
    prompt_close(m);
    m->after_save = EFFECT_NONE;
    file_save_effect(m, field_view(&m->typed[PROMPT_NOTE]), out);
}

static void name_key(Model *m, const Key *key, Effect *out)
{
    if (key->code != KEYCODE_ENTER) {
        field_key(&m->typed[PROMPT_NAME], key);
        return;
    }
    if (str_is_blank(field_view(&m->typed[PROMPT_NAME]))) {
        model_say(m, _("Type a name. It signs the revisions."));
        return;
    }
    prompt_close(m);
    if (!m->save_waiting && saves_first(m, field_view(&m->typed[PROMPT_NAME]))) {
        m->after_save = EFFECT_ADD_PERSON;
        file_save_effect(m, (Str){0}, out);
        return;
    }
    file_add_person(m, out);
}

static void silence_key(Model *m, const Key *key)
{
    if (key->code == KEYCODE_ENTER)
        check_silence(m);
    else
        field_key(&m->typed[PROMPT_SILENCE], key);
}

static void filter_key(Model *m, const Key *key)
{
    if (key->code == KEYCODE_ENTER || key->code == KEYCODE_DOWN)
        prompt_close(m);
    else if (field_key(&m->typed[PROMPT_FILTER], key))
        m->checks.valid = false;
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
static void new_key(Model *m, const Key *key, Effect *out)
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

void prompt_key(Model *m, const Key *key, Effect *out)
{
    if (key->code == KEYCODE_ESCAPE) {
        bool was_name = m->prompt.type == PROMPT_NAME && m->save_waiting;
        bool room_changed = m->prompt.type == PROMPT_WHO && m->prompt.ticked;
        PromptType back =
            m->prompt.type == PROMPT_SILENCE ? m->prompt.back : PROMPT_NONE;
        bool filter = m->prompt.type == PROMPT_FILTER;
        prompt_close(m);
        if (back == PROMPT_CHECK)
            prompt_open(m, PROMPT_CHECK);
        if (filter)
            checks_show_all(m);
        if (room_changed && m->who.len > 0) {
            strbuf_clear(&m->next_who);
            strbuf_add(&m->next_who, strbuf_view(&m->who));
            file_hand_over(m, out); /* the same person types on */
        }
        if (was_name) {
            m->save_waiting = false;
            m->after_save = EFFECT_NONE;
            model_say(m,
                      _("Not saved as a revision: nobody signed it. ^S asks again."));
        }
        return;
    }
    switch (m->prompt.type) {
    case PROMPT_FIND:
        find_key(m, key);
        break;
    case PROMPT_CHECK:
        check_box_key(m, key, out);
        break;
    case PROMPT_SILENCE:
        silence_key(m, key);
        break;
    case PROMPT_FILTER:
        filter_key(m, key);
        break;
    case PROMPT_NOTE:
        note_key(m, key, out);
        break;
    case PROMPT_NAME:
        name_key(m, key, out);
        break;
    case PROMPT_NEW:
        new_key(m, key, out);
        break;
    default:
        box_key(m, key, out);
        break;
    }
}
