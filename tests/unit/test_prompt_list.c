#include "check.h"

#include "ui/command.h"
#include "ui/model.h"
#include "ui/prompt.h"

static void every_command_is_found_by_its_name_where_it_is_valid(void **state)
{
    size_t items[PROMPT_ITEMS_MAX];
    Library lib = {0};
    Model m = {0};
    (void)state;
    model_init(&m, &lib, 24, 80);
    m.ed.text = text_new(STR(""));
    m.prompt.type = PROMPT_PALETTE;
    for (int view = 0; view < VIEW_COUNT; view++) {
        m.view = (View)view;
        for (int id = CMD_NONE + 1; id < CMD_COUNT; id++) {
            const Command *c = command_get((CommandId)id);
            field_set(&m.typed[PROMPT_PALETTE], str_from(c->title));
            size_t count = prompt_items(&m, items), at = 0;
            while (at < count && items[at] != (size_t)id)
                at++;
            if ((c->where & IN(view)) && id != CMD_PALETTE && id != CMD_MENU)
                CHECK(at < count);
        }
    }
    model_deinit(&m);
}

RUN_TESTS(TEST(every_command_is_found_by_its_name_where_it_is_valid))
