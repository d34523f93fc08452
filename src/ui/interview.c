#include "ui/interview.h"

#include "base/message.h"
#include "base/unicode.h"
#include "base/utf8.h"
#include "check/rule.h"
#include "ui/checks.h"
#include "ui/derive.h"
#include "ui/linear_say.h"
#include "ui/paragraph.h"

void interview_deinit(Interview *v)
{
    arena_deinit(&v->arena);
    answers_deinit(&v->answers);
    *v = (Interview){0};
}

/* -- what may be filled --------------------------------------------------- */

static bool has_word(Str text)
{
    for (size_t at = 0; at < text.len;) {
        uint32_t cp = 0;
        at += utf8_decode(text, at, &cp);
        if (unicode_is_letter(cp) || unicode_is_digit(cp))
            return true;
    }
    return false;
}

static bool is_placeholder_rule(const Rule *rule)
{
    return str_eq(rule->id, STR("placeholder-left")) ||
           str_eq(rule->id, STR("template-text-left"));
}

/* Is there a word in it outside of places to fill in? */
static bool somebody_wrote(const Derived *d, Range r)
{
    size_t at = r.start;

    for (size_t i = 0; i < d->findings.count && at < r.end; i++) {
        const Finding *f = &d->findings.items[i];
        if (!is_placeholder_rule(f->rule) || f->range.end <= at ||
            f->range.start >= r.end)
            continue;
        if (f->range.start > at &&
            has_word(str_slice(d->doc.bytes, at, f->range.start)))
            return true;
        at = f->range.end;
    }
    return at < r.end && has_word(str_slice(d->doc.bytes, at, r.end));
}

/* The bytes of a section that hold nothing but places to fill in; empty: none.
 *   returns  false: somebody has written there */
static bool fillable(const Model *m, size_t stop, Range *places)
{
    Arena arena = {0};
    Paragraphs list = {0};
    bool ok = true;

    *places = (Range){0, 0};
    paragraphs_of(m, stop, &arena, &list);
    for (size_t i = 0; i < list.count && ok; i++) {
        Range r = list.items[i].range;
        if (list.items[i].question)
            continue;
        ok = !somebody_wrote(&m->ed.derived, r);
        *places = (Range){places->end ? places->start : r.start, r.end};
    }
    arena_deinit(&arena);
    return ok;
}

/* -- the questions -------------------------------------------------------- */

static void add_step(Interview *v, Step step)
{
    v->steps = arena_grow(&v->arena, v->steps, v->count, &v->cap, sizeof *v->steps);
    v->steps[v->count++] = step;
}

static Str part_name(const Part *part)
{
    return part->id.len > 0 ? part->id : str_from(part_kind_name(part->kind));
}

/* An imported document is asked what the usual template asks. */
static const PartSpec *spec_of(const Model *m, const Part *part)
{
    const Document *doc = &m->ed.derived.doc;
    Lang lang = doc->lang == LANG_KO ? LANG_KO : LANG_EN;
    const Template *usual = library_template(m->lib, STR("prfaq"), lang);

    if (part->spec || !usual || part->kind == PART_OTHER)
        return part->spec;
    for (size_t i = 0; i < usual->spec_count; i++)
        if (usual->specs[i].kind == part->kind)
            return &usual->specs[i];
    return NULL;
}

static Step step_of(Interview *v, const Model *m, const Part *part,
                    const PartSpec *spec)
{
    Str title = checks_part_title(m, (size_t)(part - m->ed.derived.doc.parts));

    return (Step){.part = arena_str(&v->arena, part_name(part)),
                  .title = arena_str(&v->arena, title),
                  .spec = spec};
}

static void add_section(Interview *v, const Model *m, const Part *part)
{
    const PartSpec *spec = spec_of(m, part);

    if (!spec || spec->style == PART_STYLE_QA)
        return;
    bool last = spec->style == PART_STYLE_NOUN || spec->style == PART_STYLE_QUOTE;
    Step step = step_of(v, m, part, spec);
    step.count = (int)spec->questions.count + last;
    for (size_t i = 0; i < spec->questions.count; i++) {
        step.number = (int)i + 1;
        step.name = arena_printf(&v->arena, "%.*s/%zu", STR_ARG(step.part), i + 1);
        step.ask = spec->questions.items[i];
        add_step(v, step);
    }
    if (!last)
        return;
    step.number = step.count;
    step.kind = spec->style == PART_STYLE_NOUN ? STEP_LINE : STEP_SPEAKER;
    step.name = arena_printf(&v->arena, "%.*s/last", STR_ARG(step.part));
    step.ask = str_from(step.kind == STEP_LINE
                            ? _("Now in one line, as your readers will see it")
                            : _("Who says it? Name, role, and where"));
    add_step(v, step);
}

static void add_question(Interview *v, const Model *m, const Question *q,
                         const Part *part)
{
    Step step = step_of(v, m, part, spec_of(m, part));
    StrBuf name = {0};

    strbuf_addz(&name, "faq/");
    say_text(q->id.len > 0 ? q->id : q->text, &name);
    step.kind = STEP_QUESTION;
    step.name = arena_str(&v->arena, strbuf_view(&name));
    step.ask = arena_str(&v->arena, q->text);
    step.bank = q->id.len > 0 ? questions_find(&m->lib->bank, q->id) : NULL;
    step.number = (int)(q - &m->ed.derived.doc.questions[part->first_question]) + 1;
    step.count = (int)part->question_count;
    add_step(v, step);
    strbuf_deinit(&name);
}

static size_t find_step(const Interview *v, Str name)
{
    for (size_t i = 0; i < v->count; i++)
        if (str_eq(v->steps[i].name, name))
            return i;
    return 0;
}

bool interview_begin(Interview *v, const Model *m, Str kept)
{
    const Derived *d = &m->ed.derived;
    Range places;

    interview_deinit(v);
    for (size_t i = 0; i < d->stop_count; i++) {
        const Stop *s = &d->stops[i];
        const Part *part = &d->doc.parts[s->part];
        if (!fillable(m, i, &places))
            continue;
        if (s->question != NO_INDEX)
            add_question(v, m, &d->doc.questions[s->question], part);
        else
            add_section(v, m, part);
    }
    answers_parse(kept, &v->answers);
    v->at = find_step(v, v->answers.at);
    return v->count > 0;
}

void interview_print(const Interview *v, StrBuf *out)
{
    Answers a = v->answers;

    a.at = v->at < v->count ? v->steps[v->at].name : (Str){0};
    answers_print(&a, out);
}

/* -- asking --------------------------------------------------------------- */

void interview_say(const Interview *v, StrBuf *out)
{
    const Step *s = &v->steps[v->at];
    Str before = answers_get(&v->answers, s->name);
    StrBuf title = {0};

    say_text(s->title, &title);
    message_addf(out, _("%s, question %d of %d. "), strbuf_cstr(&title), s->number,
                 s->count);
    strbuf_deinit(&title);
    if (s->kind != STEP_QUESTION && s->number == 1 && s->spec->purpose.len > 0) {
        say_text(s->spec->purpose, out);
        strbuf_addc(out, '\n');
    }
    say_text(s->ask, out);
    say_stop(out);
    strbuf_addc(out, '\n');
    if (before.len > 0) {
        StrBuf shown = {0};
        say_text(before, &shown);
        message_addf(out, _("Your answer: %s\n"), strbuf_cstr(&shown));
        strbuf_deinit(&shown);
    }
}

static void say_help(const Step *s, StrBuf *out)
{
    Lang lang = message_lang() == LANG_KO ? LANG_KO : LANG_EN;

    if (s->bank && s->bank->why[lang].len > 0) {
        strbuf_addz(out, _("Why: "));
        say_text(s->bank->why[lang], out);
        strbuf_addc(out, '\n');
    }
    if (s->spec)
        say_guide(s->spec, out);
    strbuf_addz(out,
                _("Enter skips a question or keeps its answer; b goes back; a dash "
                  "forgets the answer; done puts the draft together; q stops and "
                  "keeps what you said.\n"));
}

/* What would be no answer in a document: a heading or a comment would begin something
 * else. */
static const char *why_not(Str line)
{
    if (str_starts(line, STR("#")))
        return _("An answer cannot begin with #: that would begin a section.");
    if (str_find(line, STR("<!--"), 0) != STR_NONE || str_eq(line, STR("---")))
        return _("An answer cannot hold a comment or a rule.");
    return has_word(line) ? NULL : _("There is no word in this answer. Enter skips.");
}

static bool is_any(Str line, const char *a, const char *b)
{
    return str_eq(line, str_from(a)) || str_eq(line, str_from(b));
}

InterviewReply interview_line(Interview *v, Str line, StrBuf *out)
{
    const Step *s = &v->steps[v->at];

    line = str_trim(line);
    if (is_any(line, "?", "help")) {
        say_help(s, out);
        return INTERVIEW_ON;
    }
    if (is_any(line, "q", "ㅂ"))
        return INTERVIEW_STOP;
    if (str_eq(line, STR("done")))
        return INTERVIEW_DONE;
    if (is_any(line, "b", "ㅠ")) {
        if (v->at == 0)
            strbuf_addz(out, _("This is the first question. q stops.\n"));
        v->at -= v->at > 0;
        return INTERVIEW_ON;
    }
    if (str_eq(line, STR("-"))) {
        answers_set(&v->answers, s->name, (Str){0});
    } else if (line.len > 0) {
        if (why_not(line)) {
            strbuf_addf(out, "%s\n", why_not(line));
            return INTERVIEW_ON;
        }
        answers_set(&v->answers, s->name, line);
    }
    v->at++;
    if (v->at < v->count)
        return INTERVIEW_ON;
    v->at = v->count - 1;
    return INTERVIEW_DONE;
}

/* -- the draft ------------------------------------------------------------ */

static void add_sentence(Str text, StrBuf *out)
{
    if (out->len > 0)
        strbuf_addc(out, ' ');
    strbuf_add(out, text);
    say_stop(out);
}

static void add_quotation(Lang lang, Str words, Str speaker, StrBuf *out)
{
    size_t start = out->len;

    if (speaker.len == 0) {
        strbuf_addf(out, "\"%.*s\"", STR_ARG(words));
    } else if (lang == LANG_KO) {
        strbuf_addf(out, "\"%.*s\" %.*s{이/가} 말했습니다.", STR_ARG(words),
                    STR_ARG(speaker));
    } else {
        bool stop = str_ends(words, STR("."));
        strbuf_addf(out, "\"%.*s%s\" said %.*s", (int)(words.len - stop), words.ptr,
                    stop ? "," : "", STR_ARG(speaker));
        say_stop(out);
    }
    if (lang == LANG_KO && out->len > start)
        particles_settle(out);
}

/* What was said about the section of steps[first], [first, end). */
static void draft_section(const Interview *v, size_t first, size_t end, Lang lang,
                          StrBuf *out)
{
    StrBuf words = {0};
    const PartSpec *spec = v->steps[first].spec;
    Str last = (Str){0}, only = (Str){0};

    for (size_t i = first; i < end; i++) {
        const Step *s = &v->steps[i];
        Str text = answers_get(&v->answers, s->name);
        if (text.len == 0)
            continue;
        if (s->kind == STEP_LINE || s->kind == STEP_SPEAKER) {
            last = text;
        } else if (s->kind == STEP_QUESTION) {
            strbuf_add(&words, text);
        } else if (spec->style == PART_STYLE_LIST) {
            strbuf_addf(&words, "%s- %.*s", words.len ? "\n" : "", STR_ARG(text));
        } else {
            only = only.len > 0 ? only : text;
            add_sentence(text, &words);
        }
    }
    if (spec && spec->style == PART_STYLE_NOUN)
        strbuf_add(out, last.len > 0 ? last : only);
    else if (spec && spec->style == PART_STYLE_QUOTE && words.len > 0)
        add_quotation(lang, strbuf_view(&words), last, out);
    else
        strbuf_add(out, strbuf_view(&words));
    strbuf_deinit(&words);
}

/* The stop of a step in the text as it is now, or NO_INDEX. */
static size_t stop_of_step(const Model *m, const Step *step)
{
    const Derived *d = &m->ed.derived;

    for (size_t i = 0; i < d->stop_count; i++) {
        const Stop *s = &d->stops[i];
        bool question = s->question != NO_INDEX;
        if (question != (step->kind == STEP_QUESTION))
            continue;
        if (question ? str_eq(d->doc.questions[s->question].text, step->ask)
                     : str_eq(part_name(&d->doc.parts[s->part]), step->part))
            return i;
    }
    return NO_INDEX;
}

static bool same_place(const Step *a, const Step *b)
{
    return a->kind != STEP_QUESTION && b->kind != STEP_QUESTION &&
           str_eq(a->part, b->part);
}

static void fill(const Interview *v, size_t first, Model *m, Str text,
                 InterviewDraft *out)
{
    size_t stop = stop_of_step(m, &v->steps[first]);
    Range places;

    if (text.len == 0) {
        out->empty++;
    } else if (stop == NO_INDEX || !fillable(m, stop, &places)) {
        out->left++;
    } else {
        if (places.end > places.start)
            paragraph_write(m, places, text);
        else
            paragraph_add(m, stop, NO_INDEX, text);
        derive(m);
        out->filled++;
    }
}

void interview_assemble(const Interview *v, Model *m, InterviewDraft *out)
{
    Lang lang = m->ed.derived.doc.lang;

    *out = (InterviewDraft){0};
    for (size_t i = 0, end; i < v->count; i = end) {
        StrBuf text = {0};
        for (end = i + 1; end < v->count && same_place(&v->steps[i], &v->steps[end]);)
            end++;
        draft_section(v, i, end, lang, &text);
        fill(v, i, m, strbuf_view(&text), out);
        strbuf_deinit(&text);
    }
}

void interview_tell(const InterviewDraft *d, StrBuf *out)
{
    message_addf(out,
                 ngettext("%zu place was filled with your answers.\n",
                          "%zu places were filled with your answers.\n",
                          (unsigned long)d->filled),
                 d->filled);
    if (d->left > 0)
        message_addf(
            out,
            ngettext("%zu was left alone, because somebody has written there; "
                     "your answers are kept.\n",
                     "%zu were left alone, because somebody has written there; "
                     "your answers are kept.\n",
                     (unsigned long)d->left),
            d->left);
    if (d->empty > 0)
        message_addf(out,
                     ngettext("%zu place is still empty.\n",
                              "%zu places are still empty.\n", (unsigned long)d->empty),
                     d->empty);
}

size_t interview_stop(const Interview *v, const Model *m)
{
    return stop_of_step(m, &v->steps[v->at]);
}
