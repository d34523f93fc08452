#include "app/cli_completion.h"
#include "app/review_threads.h"
#include "app/rule_page.h"
#include "app/service.h"
#include "base/message.h"
#include "base/unicode.h"
#include "store/people.h"

/* What is known about the words before the unfinished one. */
typedef struct Typed {
    const CliCommand *command;
    const Option *value_of; /* the unfinished word is the value of this option */
    size_t position;        /* index of the unfinished word among the arguments */
    Str document;           /* first argument */
    Str word;               /* the unfinished one */
    bool undo;              /* --undo was typed */
} Typed;

static const Option *find_option(const Option *options, Str word)
{
    for (; options->id != OPTION_NONE; options++) {
        if (str_starts(word, STR("--")) && options->name &&
            str_eq(str_slice(word, 2, word.len), str_from(options->name)))
            return options;
        if (word.len == 2 && options->letter && word.ptr[1] == options->letter)
            return options;
    }
    return NULL;
}

static void read_words(const Str *words, size_t count, Typed *out)
{
    *out = (Typed){.word = count ? words[count - 1] : STR("")};
    for (size_t i = 0; i + 1 < count; i++) {
        const Option *option = NULL;
        out->value_of = NULL;
        if (words[i].len > 1 && words[i].ptr[0] == '-') {
            if (out->command)
                option = find_option(out->command->options, words[i]);
            if (!option)
                option = find_option(cli_global_options(), words[i]);
            out->undo |= option && option->id == OPTION_UNDO;
            if (option && option->value && i + 2 < count)
                i++;
            else if (option && option->value)
                out->value_of = option;
        } else if (!out->command) {
            out->command = cli_command(words[i]);
        } else if (out->position++ == 0) {
            out->document = words[i];
        }
    }
}

static void offer(const Typed *typed, Str word, Str about, StrBuf *out)
{
    if (!str_eq_nocase(str_slice(word, 0, typed->word.len), typed->word) ||
        str_find_byte(word, '\n', 0) != STR_NONE)
        return;
    strbuf_add(out, word);
    strbuf_addc(out, '\t');
    unicode_visible(about, VISIBLE_ONE_LINE, out);
    strbuf_addc(out, '\n');
}

static void offer_choices(const Typed *typed, const char *choices, StrBuf *out)
{
    Str rest = str_from(choices);
    Str choice;

    while (str_next_field(&rest, '|', &choice))
        offer(typed, choice, STR(""), out);
}

static void offer_commands(const Typed *typed, StrBuf *out)
{
    for (const CliCommand *c = cli_commands(); c->name; c++)
        offer(typed, str_from(c->name), str_from(_(c->about)), out);
}

static void offer_options(const Typed *typed, const Option *options, StrBuf *out)
{
    for (; options->id != OPTION_NONE; options++) {
        StrBuf name = {0};
        if (options->name && options->about) {
            strbuf_addf(&name, "--%s", options->name);
            offer(typed, strbuf_view(&name), str_from(_(options->about)), out);
        }
        strbuf_deinit(&name);
    }
}

static void offer_documents(Cli *cli, const Typed *typed, StrBuf *out)
{
    const DocumentRef *refs = NULL;
    size_t count = 0;

    if (!service_documents(&cli->session, false, &cli->arena, &refs, &count, NULL))
        return;
    for (size_t i = 0; i < count; i++)
        offer(typed, refs[i].name, STR(""), out);
}

static void offer_revisions(Cli *cli, const Typed *typed, StrBuf *out)
{
    DocumentRef ref = {0};
    History history = {0};

    if (!session_document(&cli->session, typed->document, &cli->arena, &ref, NULL) ||
        !service_history(&cli->session, &ref, &cli->arena, &history, NULL))
        return;
    for (size_t i = 0; i < history.count; i++)
        offer(typed, arena_printf(&cli->arena, "%d", history.items[i].number),
              history.items[i].subject, out);
}

static void offer_templates(Cli *cli, const Typed *typed, StrBuf *out)
{
    const Library *lib = session_library(&cli->session);

    for (size_t i = 0; i < lib->template_count; i++) {
        const Template *t = &lib->templates[i];
        if (t->lang == message_lang())
            offer(typed, t->id, t->name, out);
    }
}

static void offer_people(Cli *cli, const Typed *typed, StrBuf *out)
{
    Roster roster = {0};

    if (!writer_roster(&cli->session, &cli->arena, &roster, NULL))
        return;
    for (size_t i = 0; i < roster.count; i++)
        offer(typed, roster.members[i].name, roster.members[i].team, out);
}

static void offer_settings(const Typed *typed, StrBuf *out)
{
    size_t count = 0;
    const KnownSetting *known = config_known(&count);

    for (size_t i = 0; i < count; i++)
        offer(typed, str_from(known[i].name), str_from(_(known[i].about)), out);
}

static void offer_rules(const Typed *typed, StrBuf *out)
{
    for (size_t i = 0; i < rule_count(); i++)
        offer(typed, rule_at(i)->id, rule_text(rule_at(i))->title[rule_words()], out);
}

static void offer_thread(Cli *cli, const Typed *typed, const ReviewThread *t,
                         StrBuf *out)
{
    const Thread *thread = &t->thread;
    Str about =
        arena_printf(&cli->arena, "%.*s: %.*s", STR_ARG(thread->author),
                     STR_ARG(thread->text.len > 0 ? thread->text : thread->suggestion));

    offer(typed, review_name(t, &cli->arena), about, out);
    if (typed->word.len > 0 && str_find_byte(typed->word, ':', 0) == STR_NONE)
        offer(typed, thread->id, about, out);
}

/* "lantern:Q7", and an id that was begun. */
static void offer_threads(Cli *cli, const Typed *typed, bool suggestions, StrBuf *out)
{
    const Str *names = NULL;
    size_t count = 0;

    if (!review_documents(&cli->session, &cli->arena, &names, &count, NULL))
        return;
    for (size_t i = 0; i < count; i++) {
        ReviewThreads threads;
        if (!review_threads_of(&cli->session, names[i], &cli->arena, &threads, NULL))
            continue;
        for (size_t k = 0; k < threads.count; k++) {
            const Thread *t = &threads.items[k].thread;
            if (t->resolved == typed->undo && (!suggestions || t->suggestion.len > 0))
                offer_thread(cli, typed, &threads.items[k], out);
        }
    }
}

static void offer_kind(Cli *cli, const Typed *typed, Complete kind, StrBuf *out)
{
    switch (kind) {
    case COMPLETE_NOTHING:
        break;
    case COMPLETE_FILE:
        strbuf_addz(out, ":file\n");
        break;
    case COMPLETE_FOLDER:
        strbuf_addz(out, ":folder\n");
        break;
    case COMPLETE_DOCUMENT:
        offer_documents(cli, typed, out);
        break;
    case COMPLETE_REVISION:
        offer_revisions(cli, typed, out);
        break;
    case COMPLETE_TEMPLATE:
        offer_templates(cli, typed, out);
        break;
    case COMPLETE_PERSON:
        offer_people(cli, typed, out);
        break;
    case COMPLETE_COMMAND:
        offer_commands(typed, out);
        break;
    case COMPLETE_SETTING:
        offer_settings(typed, out);
        break;
    case COMPLETE_RULE:
        offer_rules(typed, out);
        break;
    case COMPLETE_THREAD:
    case COMPLETE_SUGGESTION:
        offer_threads(cli, typed, kind == COMPLETE_SUGGESTION, out);
        break;
    }
}

void completion_words(Cli *cli, const Str *words, size_t count, StrBuf *out)
{
    Typed typed;

    read_words(words, count, &typed);
    if (typed.value_of && typed.value_of->choices) {
        offer_choices(&typed, typed.value_of->choices, out);
    } else if (typed.value_of) {
        offer_kind(cli, &typed, typed.value_of->complete, out);
    } else if (str_starts(typed.word, STR("-"))) {
        if (typed.command)
            offer_options(&typed, typed.command->options, out);
        offer_options(&typed, cli_global_options(), out);
    } else if (!typed.command) {
        offer_commands(&typed, out);
    } else {
        if (typed.position == 0 && typed.command->words)
            offer_choices(&typed, typed.command->words, out);
        size_t at = typed.position < 3 ? typed.position : 2;
        offer_kind(cli, &typed, typed.command->complete[at], out);
    }
}
