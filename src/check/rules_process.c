/* rules_process.c: what a review asked for and a decision has to say. All of it is
 * told by CheckFacts; without them these rules are silent. */
#include "check/facts.h"
#include "check/rules.h"
#include "check/stage.h"

enum { REVISIONS_MIN = 3, REVISIONS_MIN_STRICT = 5 };

static const CheckFacts *facts_of(const CheckRun *run)
{
    static const CheckFacts nothing = {.revisions = -1};
    return run->options->facts ? run->options->facts : &nothing;
}

/* What concerns the document as a whole is shown at its first line. */
static Range document_place_of(const CheckRun *run)
{
    size_t at =
        run->doc->block_count > 0 ? run->doc->blocks[0].range.start : run->doc->start;
    return (Range){at, at};
}

/* -- question-overdue ---------------------------------------------------------- */

/* Without the time of day a question has until the end of its day. */
static bool is_overdue(const CheckRun *run, const ReviewNote *note)
{
    const CheckOptions *options = run->options;

    if (!note->owed && (note->kind != NOTE_QUESTION || !note->open))
        return false;
    if (date_cmp(date_of(options->clock), options->now) == 0)
        return note->due.seconds < options->clock.seconds;
    return date_cmp(date_of(note->due), options->now) < 0;
}

/* Who has it and since when. */
static Str overdue_advice(const CheckRun *run, const ReviewNote *note)
{
    Date day = date_of(note->due);
    bool owned = note->owner.len > 0;
    Str who = owned ? note->owner : note->asker;
    Str format = run_words(
        run,
        owned ? "Due %2$s, with %1$s: answer it, or say who will and when."
              : "Due %2$s, asked by %1$s: answer it, or say who will and when.",
        owned ? "%2$s까지였고 %1$s{이/가} 맡았습니다. 답하거나, 누가 언제 답할지 "
                "적습니다."
              : "%2$s까지였고 %1$s{이/가} 물었습니다. 답하거나, 누가 언제 답할지 "
                "적습니다.");
    Str date = arena_printf(run->arena, "%04d-%02d-%02d", day.year, day.month, day.day);

    return message_fill(run->arena, format, ARGS(arg_str(who), arg_str(date)));
}

void rule_question_overdue(CheckRun *run)
{
    const CheckFacts *facts = facts_of(run);
    const ReviewNote *oldest = NULL;
    size_t count = 0;

    for (size_t i = 0; run->options->now.year > 0 && i < facts->note_count; i++) {
        const ReviewNote *note = &facts->notes[i];
        if (!is_overdue(run, note))
            continue;
        if (!oldest || note->due.seconds < oldest->due.seconds)
            oldest = note;
        count++;
    }
    if (!oldest)
        return;
    const Part *part =
        oldest->part.len > 0 ? document_part(run->doc, oldest->part) : NULL;
    Str format = count == 1 && run->words == LANG_EN
                     ? STR("%1$d question is overdue: %2$s")
                     : run->rule->message[run->words];
    Finding *finding =
        run_add_message(run, run->level, part ? part_index(run, part) : NO_INDEX,
                        part ? part_place(run, part) : document_place_of(run), format,
                        ARGS(arg_num(count), arg_str(oldest->text)));
    if (finding)
        finding->advice = overdue_advice(run, oldest);
}

/* -- problem-drift ------------------------------------------------------------- */

/* The words of all parts of a kind at a revision; false when there are none, or when
 * the part was only guessed: a guess may move without a change of the words. */
static bool text_then(const CheckFacts *facts, int revision, PartKind kind, StrBuf *out)
{
    bool found = false;

    for (size_t i = 0; i < facts->text_count; i++) {
        const PartText *text = &facts->texts[i];
        if (text->revision != revision || text->kind != kind)
            continue;
        if (text->inferred)
            return false;
        found = true;
        strbuf_add(out, text->text);
        strbuf_addc(out, '\n');
    }
    return found;
}

static bool text_now(const CheckRun *run, PartKind kind, StrBuf *out)
{
    bool found = false;

    for (size_t i = 0; i < run->doc->part_count; i++) {
        const Part *part = &run->doc->parts[i];
        if (part->kind != kind)
            continue;
        if (part->found == FOUND_INFERRED)
            return false;
        found = true;
        strbuf_add(out, part_words_of(run->doc, part, run->arena));
        strbuf_addc(out, '\n');
    }
    return found;
}

static bool note_names_kind(const CheckRun *run, const ReviewNote *note, PartKind kind)
{
    const Part *part = document_part(run->doc, note->part);
    PartKind named;

    return part ? part->kind == kind
                : part_kind_parse(note->part, &named) && named == kind;
}

/* Did somebody say that the words at a later revision mean the same? */
static bool means_the_same(const CheckRun *run, PartKind kind, Str now)
{
    const CheckFacts *facts = facts_of(run);
    bool same = false;

    for (size_t i = 0; i < facts->note_count && !same; i++) {
        const ReviewNote *note = &facts->notes[i];
        StrBuf then = {0};
        if (note->kind != NOTE_SAME_MEANING || note->reason.len == 0 ||
            !note_names_kind(run, note, kind))
            continue;
        same = text_then(facts, note->revision, kind, &then) &&
               str_eq(strbuf_view(&then), now);
        strbuf_deinit(&then);
    }
    return same;
}

static void check_drift(CheckRun *run, PartKind kind)
{
    const CheckFacts *facts = facts_of(run);
    const Part *part = document_first(run->doc, kind);
    StrBuf then = {0}, now = {0};

    if (part && text_then(facts, facts->reviewed, kind, &then) &&
        text_now(run, kind, &now) && !str_eq(strbuf_view(&then), strbuf_view(&now)) &&
        !means_the_same(run, kind, strbuf_view(&now)))
        run_add(run, run->level, part_index(run, part), part_place(run, part),
                ARGS(arg_str(kind_words(run, kind)), arg_num((size_t)facts->reviewed)));
    strbuf_deinit(&then);
    strbuf_deinit(&now);
}

void rule_problem_drift(CheckRun *run)
{
    if (facts_of(run)->reviewed == 0 ||
        !(stage_is(run->doc, "review") || stage_is(run->doc, "decided") ||
          stage_is(run->doc, "launched")))
        return;
    check_drift(run, PART_CUSTOMER);
    check_drift(run, PART_PROBLEM);
}

/* -- few-revisions ------------------------------------------------------------- */

/* Stage "review" asks whether it is ready to be read. */
void rule_few_revisions(CheckRun *run)
{
    int count = facts_of(run)->revisions;
    int least =
        run->options->profile == PROFILE_STRICT ? REVISIONS_MIN_STRICT : REVISIONS_MIN;

    if (count < 0 || count >= least || !stage_is(run->doc, "review"))
        return;
    Str format = count == 1 && run->words == LANG_EN
                     ? STR("Only %1$d revision; it takes several to know whether it is "
                           "good")
                     : run->rule->message[run->words];
    run_add_message(run, run->level, NO_INDEX, document_place_of(run), format,
                    ARGS(arg_num((size_t)count)));
}

/* -- decision-incomplete ------------------------------------------------------- */

/* Text with a comma between. */
static void add_listed(StrBuf *list, Str text)
{
    if (list->len > 0)
        strbuf_addz(list, ", ");
    strbuf_add(list, text);
}

static void add_lack(const CheckRun *run, StrBuf *list, bool lacks, const char *en,
                     const char *ko)
{
    if (lacks)
        add_listed(list, run_words(run, en, ko));
}

void rule_decision_incomplete(CheckRun *run)
{
    const Decision *d = facts_of(run)->decision;
    StrBuf lacks = {0};

    if (!d)
        return;
    bool go = d->outcome == DECISION_GO;
    bool put_off = d->outcome == DECISION_NO || d->outcome == DECISION_LATER;
    add_lack(run, &lacks, d->outcome == DECISION_NONE, "outcome", "결과");
    add_lack(run, &lacks, !d->revision, "revision", "읽은 판");
    add_lack(run, &lacks, !d->date, "date", "날짜");
    add_lack(run, &lacks, !d->decider, "decider", "정한 사람");
    add_lack(run, &lacks, !d->reason, "reason", "까닭");
    add_lack(run, &lacks, go && !d->owner, "owner", "맡은 사람");
    add_lack(run, &lacks, go && !d->stop, "stop date", "그만둘 날");
    add_lack(run, &lacks, put_off && !d->reopen, "what would change it",
             "무엇이 달라지면 다시 볼지");
    if (lacks.len > 0)
        run_add(run, run->level, NO_INDEX, document_place_of(run),
                ARGS(arg_list(strbuf_view(&lacks))));
    strbuf_deinit(&lacks);
}

/* -- decision-not-landed ------------------------------------------------------- */

/* The part a promise names, when its words are those that were reviewed. */
static const Part *unchanged_part(const CheckRun *run, const ReviewNote *note)
{
    const CheckFacts *facts = facts_of(run);
    const Part *part = note->part.len > 0 ? document_part(run->doc, note->part) : NULL;

    if (note->kind != NOTE_PROMISE || note->revision == 0 || !part ||
        (!note->open && note->reason.len > 0))
        return NULL;
    for (size_t i = 0; i < facts->text_count; i++) {
        const PartText *text = &facts->texts[i];
        bool same_part = part->id.len > 0 && text->id.len > 0
                             ? str_eq(text->id, part->id)
                             : text->kind == part->kind;
        if (text->revision == note->revision && same_part)
            return str_eq(text->text, part_words_of(run->doc, part, run->arena)) ? part
                                                                                 : NULL;
    }
    return NULL;
}

void rule_decision_not_landed(CheckRun *run)
{
    const CheckFacts *facts = facts_of(run);
    const Part *first = NULL;
    StrBuf names = {0};
    bool *listed = arena_array(run->arena, run->doc->part_count + 1, sizeof *listed);

    for (size_t i = 0; i < facts->note_count; i++) {
        const Part *part = unchanged_part(run, &facts->notes[i]);
        if (!part || listed[part_index(run, part)])
            continue;
        listed[part_index(run, part)] = true;
        first = first && first < part ? first : part;
        add_listed(&names, part_words_for(run, part));
    }
    if (first)
        run_add(run, run->level, part_index(run, first), part_place(run, first),
                ARGS(arg_str(strbuf_view(&names))));
    strbuf_deinit(&names);
}

/* -- reviewers-one-team -------------------------------------------------------- */

void rule_reviewers_one_team(CheckRun *run)
{
    const CheckFacts *facts = facts_of(run);

    if (facts->reviewer_count < 2)
        return;
    Str team = facts->reviewers[0].team;
    for (size_t i = 0; i < facts->reviewer_count; i++)
        if (facts->reviewers[i].team.len == 0 ||
            !str_eq(facts->reviewers[i].team, team))
            return;
    run_add(run, run->level, NO_INDEX, document_place_of(run), ARGS(arg_str(team)));
}
