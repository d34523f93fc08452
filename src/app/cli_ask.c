#include "app/cli_ask.h"

#include <unistd.h>

#include "app/cli.h"
#include "base/utf8.h"
#include "term/key.h"

void ask_say(Str text)
{
    output_write(STDOUT_FILENO, text, NULL);
}

bool ask_line(const char *question, StrBuf *line)
{
    ask_say(str_from(question));
    strbuf_clear(line);
    if (input_line(line))
        return true;
    ask_say(STR("\n"));
    return false;
}

bool ask_key(const char *question, char usual, char *key)
{
    StrBuf line = {0};
    uint32_t cp = 0;
    bool answered = ask_line(question, &line);
    Str said = str_trim(strbuf_view(&line));

    *key = usual;
    if (said.len > 0) {
        utf8_decode(said, 0, &cp);
        cp = key_latin(cp);
        *key = cp < 0x80 ? (char)cp : '?';
        if (*key >= 'A' && *key <= 'Z')
            *key = (char)(*key - 'A' + 'a');
    }
    strbuf_deinit(&line);
    return answered;
}
