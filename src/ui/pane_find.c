/* The row in which words are looked for. */
#include "base/message.h"
#include "base/unicode.h"
#include "ui/exercise_view.h"
#include "ui/find.h"

static void field_row(const Model *m, Screen *s, int row, const char *label_text,
                      PromptType field)
{
    Str label = str_from(label_text);
    int width = unicode_width(label);
    int right = unicode_width(strbuf_view(&m->notice));

    if (right > s->cols / 2)
        right = s->cols / 2;
    screen_put(s, row, 1, width, STYLE_KEY, label);
    field_draw(&m->typed[field], s, row, 1 + width, s->cols - width - right - 4, true);
    screen_put_cut(s, row, s->cols - right - 1, right, STYLE_NOTICE,
                   strbuf_view(&m->notice));
}

static void question_row(const Model *m, Screen *s, int row)
{
    int right = unicode_width(strbuf_view(&m->notice));

    screen_put_cut(
        s, row, 1, s->cols - right - 4, STYLE_KEY,
        str_from(_("Replace this one?  Y Yes  N No  A All that are left  Esc Stop")));
    screen_put_cut(s, row, s->cols - right - 1, right, STYLE_NOTICE,
                   strbuf_view(&m->notice));
}

static void exercise_row(const Model *m, Screen *s, int row)
{
    StrBuf label = {0};

    exercise_ask(m, &label);
    field_row(m, s, row, strbuf_cstr(&label), PROMPT_EXERCISE);
    strbuf_deinit(&label);
}

void draw_find_row(const Model *m, Screen *s, int row)
{
    screen_fill(s, row, 0, s->cols, STYLE_TEXT, ' ');
    switch (m->prompt.type) {
    case PROMPT_REPLACE:
        field_row(m, s, row, _("Replace: "), PROMPT_FIND);
        break;
    case PROMPT_WITH:
        field_row(m, s, row, _("Replace with: "), PROMPT_WITH);
        break;
    case PROMPT_REPLACING:
        question_row(m, s, row);
        break;
    case PROMPT_EXERCISE:
        exercise_row(m, s, row);
        break;
    case PROMPT_SEARCH:
        field_row(m, s, row, _("Find: "), PROMPT_SEARCH);
        break;
    default:
        field_row(m, s, row, _("Find: "), PROMPT_FIND);
        break;
    }
}
