#include "check/ready.h"

#include "base/message.h"
#include "base/unicode.h"

static const struct {
    const char *rule;
    ReadyGround ground;
} grounds[] = {
    {"question-overdue", READY_OVERDUE}, {"document-empty", READY_PART},
    {"section-missing", READY_PART},     {"part-missing", READY_PART},
    {"customer-missing", READY_PART},    {"problem-missing", READY_PART},
};

static const struct {
    const char *name, *trailer, *question;
} closing[CLOSING_COUNT] = {
    {"beliefs", "Prfaq-Beliefs",
     N_("Do we have the beliefs, the culture and the order of work that make us "
        "obsess over customers?")},
    {"deeds", "Prfaq-Deeds",
     N_("Do we encourage it, and do we really decide that way?")},
    {"waste", "Prfaq-Waste",
     N_("Are we wasting anything that could be spent on customers?")},
};

static const struct {
    const char *word;
    bool yes;
} words[] = {
    {"yes", true}, {"y", true},       {"no", false},     {"n", false},    {"예", true},
    {"네", true},  {"아니요", false}, {"아니오", false}, {"아뇨", false},
};

static ReadyGround ground_of(const Finding *f)
{
    for (size_t i = 0; i < sizeof grounds / sizeof *grounds; i++)
        if (str_eq(str_from(rule_id(f->rule)), str_from(grounds[i].rule)))
            return grounds[i].ground;
    return READY_ERROR;
}

void ready_read(const Findings *findings, Arena *arena, Ready *out)
{
    ReadyStop *stops = arena_array(arena, findings->count + 1, sizeof *stops);

    *out = (Ready){.stops = stops};
    for (size_t i = 0; i < findings->count; i++) {
        const Finding *f = &findings->items[i];
        if (f->silenced || f->level != LEVEL_ERROR)
            continue;
        stops[out->count] = (ReadyStop){ground_of(f), f};
        out->counts[stops[out->count++].ground]++;
    }
}

const char *ready_ground_name(ReadyGround ground)
{
    static const char *const names[READY_GROUND_COUNT] = {"overdue", "part", "error"};

    return names[ground];
}

const char *closing_name(size_t index)
{
    return closing[index].name;
}

const char *closing_question(size_t index)
{
    return _(closing[index].question);
}

static Str without_marks(Str text)
{
    static const Str marks[] = {{":", 1},  {",", 1},  {".", 1}, {";", 1}, {"-", 1},
                                {"：", 3}, {"，", 3}, {"—", 3}, {"。", 3}};

    for (bool on = true; on;) {
        on = false;
        text = str_trim(text);
        for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
            if (str_starts(text, marks[i])) {
                text = str_slice(text, marks[i].len, text.len);
                on = true;
            }
    }
    return text;
}

static bool ends_word(Str rest)
{
    unsigned char c = rest.len > 0 ? (unsigned char)rest.ptr[0] : ' ';

    return rest.len == 0 || strchr(" \t:,.;-", (char)c) != NULL ||
           str_starts(rest, STR("：")) || str_starts(rest, STR("，")) ||
           str_starts(rest, STR("—")) || str_starts(rest, STR("。"));
}

bool closing_parse(Str line, ClosingAnswer *out)
{
    line = str_trim(line);
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        Str word = str_from(words[i].word);
        Str rest = str_slice(line, word.len, line.len);
        if (!str_eq_nocase(str_slice(line, 0, word.len), word) || !ends_word(rest))
            continue;
        *out = (ClosingAnswer){words[i].yes, without_marks(rest)};
        return out->proof.len > 0;
    }
    return false;
}

/* A trailer is one line. */
static void add_line(StrBuf *out, const char *key, const char *before, Str text)
{
    strbuf_addf(out, "%s: %s", key, before);
    unicode_visible(text, VISIBLE_ONE_LINE, out);
    strbuf_addc(out, '\n');
}

void ready_trailers(const Ready *ready, const ReadyAnswers *answers, StrBuf *out)
{
    if (ready->count == 0)
        strbuf_addz(out, "Prfaq-Ready: yes\n");
    else
        strbuf_addf(out, "Prfaq-Ready: with %zu to fix\n", ready->count);
    if (answers->reason.len > 0)
        add_line(out, "Prfaq-Reason", "", answers->reason);
    for (size_t i = 0; i < CLOSING_COUNT; i++)
        add_line(out, closing[i].trailer, answers->closing[i].yes ? "yes; " : "no; ",
                 answers->closing[i].proof);
}
