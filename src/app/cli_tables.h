/* cli_tables.h: the options and the examples that the rows of the command table
 * name. Each table ends with an empty row. */
#ifndef APP_CLI_TABLES_H
#define APP_CLI_TABLES_H

#include "app/cli.h"

/* cli_options.c */
extern const Option global_options[];
extern const Option no_options[];
extern const Option new_options[];
extern const Option preview_options[];
extern const Option check_options[];
extern const Option save_options[];
extern const Option export_options[];
extern const Option list_options[];
extern const Option log_options[];
extern const Option name_options[];
extern const Option restore_options[];
extern const Option remove_options[];
extern const Option show_options[];
extern const Option diff_options[];
extern const Option ask_options[];
extern const Option reply_options[];
extern const Option resolve_options[];
extern const Option deck_options[];
extern const Option exercise_options[];
extern const Option five_options[];
extern const Option suggest_options[];
extern const Option questions_options[];
extern const Option who_options[];
extern const Option workshop_options[];
extern const Option template_options[];
extern const Option config_options[];
extern const Option review_options[];
extern const Option rules_options[];
extern const Option completion_options[];
extern const Option git_setup_options[];
extern const Option hook_options[];
extern const Option merge_options[];
extern const Option help_options[];
extern const Option adopt_options[];
extern const Option split_options[];
extern const Option leave_options[];
extern const Option ready_options[];
extern const Option meet_options[];
extern const Option print_options[];
extern const Option recover_options[];
extern const Option tutorial_options[];

/* cli_examples.c */
extern const Example init_examples[];
extern const Example new_examples[];
extern const Example write_examples[];
extern const Example interview_examples[];
extern const Example preview_examples[];
extern const Example check_examples[];
extern const Example save_examples[];
extern const Example export_examples[];
extern const Example adopt_examples[];
extern const Example split_examples[];
extern const Example list_examples[];
extern const Example log_examples[];
extern const Example name_examples[];
extern const Example restore_examples[];
extern const Example rename_examples[];
extern const Example remove_examples[];
extern const Example figures_examples[];
extern const Example parts_examples[];
extern const Example show_examples[];
extern const Example diff_examples[];
extern const Example ask_examples[];
extern const Example reply_examples[];
extern const Example resolve_examples[];
extern const Example deck_examples[];
extern const Example exercise_examples[];
extern const Example five_examples[];
extern const Example suggest_examples[];
extern const Example accept_examples[];
extern const Example questions_examples[];
extern const Example landed_examples[];
extern const Example who_examples[];
extern const Example workshop_examples[];
extern const Example template_examples[];
extern const Example leave_examples[];
extern const Example ready_examples[];
extern const Example meet_examples[];
extern const Example print_examples[];
extern const Example recover_examples[];
extern const Example doctor_examples[];
extern const Example tutorial_examples[];
extern const Example tour_examples[];
extern const Example config_examples[];
extern const Example git_setup_examples[];
extern const Example hook_examples[];
extern const Example merge_examples[];
extern const Example lsp_examples[];
extern const Example review_examples[];
extern const Example rules_examples[];
extern const Example completion_examples[];
extern const Example help_examples[];
extern const Example version_examples[];

#endif
