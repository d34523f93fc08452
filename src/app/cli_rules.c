#include "app/cli_commands.h"
#include "app/rule_page.h"
#include "base/message.h"

const Rule *cli_rule(Str id, Error *err)
{
    const Rule *rule = rule_find(id);
    const char *names[128];
    size_t count = 0;

    if (rule)
        return rule;
    for (; count < rule_count() && count < sizeof names / sizeof *names; count++)
        names[count] = rule_id(rule_at(count));
    const char *near = suggest_word(id, names, count);
    error_set(err, ERR_NOT_FOUND, _("there is no rule \"%.*s\""), STR_ARG(id));
    if (near)
        error_hint(err, _("Did you mean \"%s\"?"), near);
    else
        error_hint(err, _("All rules: prfaq rules"));
    return NULL;
}

bool command_rules(Cli *cli, Error *err)
{
    const Rule *rule = NULL;

    if (cli_has(cli, OPTION_DOCS)) {
        rule_markdown(&cli->out);
        return true;
    }
    if (cli->arg_count > 0 && !(rule = cli_rule(cli_arg(cli, 0), err)))
        return false;
    if (cli_has(cli, OPTION_JSON))
        rule_json(rule, &cli->out);
    else if (rule)
        rule_page(rule, output_width(), &cli->out);
    else
        rule_list(&cli->out);
    return true;
}
