#include "app/cli_completion.h"

#include "app/cli_commands.h"
#include "base/message.h"

/* Names come from repositories of other people: the scripts never let the shell
 * expand them (no compgen -W, which would run "$(…)" in a file name). */
static const char bash_script[] =
    "# bash completion for prfaq\n"
    "_prfaq() {\n"
    "    local line word cur=${COMP_WORDS[COMP_CWORD]} before=\n"
    "    local -a words=()\n"
    "    COMPREPLY=()\n"
    "    # lantern:Q7 is one word: bash parts it at the colon.\n"
    "    for word in \"${COMP_WORDS[@]:1:COMP_CWORD}\"; do\n"
    "        if ((${#words[@]})) && [[ $word == :* || ${words[-1]} == *: ]]; then\n"
    "            words[-1]+=$word\n"
    "        else\n"
    "            words+=(\"$word\")\n"
    "        fi\n"
    "    done\n"
    "    if [[ ${words[-1]} == *:* && $COMP_WORDBREAKS == *:* ]]; then\n"
    "        before=${words[-1]%\"${words[-1]##*:}\"}\n"
    "    fi\n"
    "    while IFS= read -r line; do\n"
    "        case $line in\n"
    "        :file)\n"
    "            compopt -o filenames\n"
    "            mapfile -t COMPREPLY < <(compgen -f -- \"$cur\")\n"
    "            ;;\n"
    "        :folder)\n"
    "            compopt -o filenames\n"
    "            mapfile -t COMPREPLY < <(compgen -d -- \"$cur\")\n"
    "            ;;\n"
    "        *)\n"
    "            word=${line%%$'\\t'*}\n"
    "            COMPREPLY+=(\"$(printf %q \"${word#\"$before\"}\")\")\n"
    "            ;;\n"
    "        esac\n"
    "    done < <(\"$1\" completion bash --words -- "
    "\"${words[@]}\" 2>/dev/null)\n"
    "}\n"
    "complete -F _prfaq prfaq\n";

static const char zsh_script[] =
    "#compdef prfaq\n"
    "# zsh completion for prfaq\n"
    "_prfaq() {\n"
    "    local line word\n"
    "    local -a offered\n"
    "    for line in \"${(@f)$(\"${words[1]}\" completion zsh --words -- "
    "\"${(@)words[2,CURRENT]}\" 2>/dev/null)}\"; do\n"
    "        case $line in\n"
    "        :file) _files; return ;;\n"
    "        :folder) _files -/; return ;;\n"
    "        ?*)\n"
    "            word=${line%%$'\\t'*}\n"
    "            offered+=(\"${word//:/\\\\:}:${line#*$'\\t'}\")\n"
    "            ;;\n"
    "        esac\n"
    "    done\n"
    "    _describe prfaq offered\n"
    "}\n"
    "if [[ $zsh_eval_context[-1] == loadautofunc ]]; then\n"
    "    _prfaq \"$@\"\n"
    "else\n"
    "    compdef _prfaq prfaq\n"
    "fi\n";

static const char fish_script[] =
    "# fish completion for prfaq\n"
    "function __prfaq_words\n"
    "    set -l words (commandline -opc) (commandline -ct)\n"
    "    for line in (prfaq completion fish --words -- $words[2..-1] 2>/dev/null)\n"
    "        switch $line\n"
    "            case ':file'\n"
    "                __fish_complete_path (commandline -ct)\n"
    "            case ':folder'\n"
    "                __fish_complete_directories (commandline -ct)\n"
    "            case '*'\n"
    "                echo $line\n"
    "        end\n"
    "    end\n"
    "end\n"
    "complete -c prfaq -f -a '(__prfaq_words)'\n";

bool completion_script(Str shell, StrBuf *out, Error *err)
{
    if (str_eq(shell, STR("bash")))
        strbuf_addz(out, bash_script);
    else if (str_eq(shell, STR("zsh")))
        strbuf_addz(out, zsh_script);
    else if (str_eq(shell, STR("fish")))
        strbuf_addz(out, fish_script);
    else {
        error_set(err, ERR_USAGE, _("there is no completion for \"%s\""), shell.ptr);
        return error_hint(err, _("Choose one of: %s"), "bash, zsh, fish");
    }
    return true;
}

bool command_completion(Cli *cli, Error *err)
{
    Str shell = cli_arg(cli, 0);

    if (!cli_has(cli, OPTION_WORDS))
        return completion_script(shell, &cli->out, err);
    completion_words(cli, cli->args + 1, cli->arg_count - 1, &cli->out);
    return true;
}
