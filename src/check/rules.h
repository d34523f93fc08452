/* rules.h: the functions behind the catalogue, one a rule. Each reads the run and
 * reports what it finds; what it means stands in templates/rules.tsv. */
#ifndef CHECK_RULES_H
#define CHECK_RULES_H

#include "check/run.h"

/* rules_structure.c */
void rule_section_missing(CheckRun *run);
void rule_document_empty(CheckRun *run);
void rule_part_missing(CheckRun *run);
void rule_customer_missing(CheckRun *run);
void rule_problem_missing(CheckRun *run);
void rule_problem_before_solution(CheckRun *run);
void rule_section_order(CheckRun *run);

/* rules_title.c */
void rule_duplicate_title(CheckRun *run);

/* rules_opening.c */
void rule_headline_shape(CheckRun *run);
void rule_headline_mark(CheckRun *run);
void rule_subheading_sentence(CheckRun *run);
void rule_dateline_missing(CheckRun *run);
void rule_launch_date(CheckRun *run);

/* rules_process.c */
void rule_question_overdue(CheckRun *run);
void rule_problem_drift(CheckRun *run);
void rule_few_revisions(CheckRun *run);
void rule_decision_incomplete(CheckRun *run);
void rule_decision_not_landed(CheckRun *run);
void rule_reviewers_one_team(CheckRun *run);

/* rules_quote.c */
void rule_quote_attribution(CheckRun *run);

/* rules_leftover.c */
void rule_template_text_left(CheckRun *run);
void rule_placeholder_left(CheckRun *run);

/* rules_image.c */
void rule_image_broken(CheckRun *run);

/* rules_length.c */
void rule_section_short(CheckRun *run);
void rule_section_long(CheckRun *run);
void rule_release_length(CheckRun *run);
void rule_faq_length(CheckRun *run);
void rule_document_length(CheckRun *run);
void rule_sentence_long(CheckRun *run);
void rule_sentence_count(CheckRun *run);
void rule_answer_long(CheckRun *run);
void rule_problem_solution_balance(CheckRun *run);

/* rules_faq.c */
void rule_faq_question_mark(CheckRun *run);
void rule_faq_unanswered(CheckRun *run);
void rule_faq_few(CheckRun *run);
void rule_faq_undivided(CheckRun *run);
void rule_competitor_named(CheckRun *run);

/* rules_topic.c */
void rule_faq_coverage(CheckRun *run);
void rule_faq_hard_missing(CheckRun *run);
void rule_faq_no_stop(CheckRun *run);

/* rules_answer.c */
void rule_faq_yes_no(CheckRun *run);
void rule_faq_answer_shape(CheckRun *run);
void rule_faq_evasive(CheckRun *run);
void rule_faq_unknown_owner(CheckRun *run);
void rule_faq_softball(CheckRun *run);

/* rules_wording.c */
void rule_weasel_word(CheckRun *run);
void rule_hype_word(CheckRun *run);
void rule_hedge_word(CheckRun *run);
void rule_jargon_word(CheckRun *run);
void rule_slogan_word(CheckRun *run);
void rule_inflated_phrase(CheckRun *run);
void rule_technology_first(CheckRun *run);
void rule_competitor_first(CheckRun *run);
void rule_future_tense(CheckRun *run);
void rule_translationese(CheckRun *run);
void rule_claim_without_number(CheckRun *run);
void rule_unchanging_forecast(CheckRun *run);

/* rules_first.c */
void rule_company_first(CheckRun *run);

/* rules_encoding.c */
void rule_not_nfc(CheckRun *run);
void rule_conflict_marker(CheckRun *run);
void rule_front_matter_invalid(CheckRun *run);
void rule_workspace_file_invalid(CheckRun *run);

/* rules_voice.c */
void rule_ending_mixed(CheckRun *run);
void rule_passive_share(CheckRun *run);

/* rules_slip.c */
void rule_typing_slip(CheckRun *run);
void rule_number_range(CheckRun *run);

/* rules_acronym.c */
void rule_acronym_undefined(CheckRun *run);

/* rules_name.c */
void rule_product_in_problem(CheckRun *run);
void rule_product_name_variant(CheckRun *run);
void rule_term_variant(CheckRun *run);
void rule_hanja(CheckRun *run);

/* rules_measure.c */
void rule_number_without_base(CheckRun *run);
void rule_benefit_unquantified(CheckRun *run);
void rule_problem_unquantified(CheckRun *run);

/* rules_mark.c */
void rule_debt_open(CheckRun *run);
void rule_numbers_disagree(CheckRun *run);
void rule_promise_unbacked(CheckRun *run);

/* rules_seen.c */
void rule_evidence_unseen(CheckRun *run);
void rule_evidence_one_kind(CheckRun *run);
void rule_evidence_no_reading(CheckRun *run);

/* rules_customer.c */
void rule_customer_late(CheckRun *run);
void rule_leader_no_customer(CheckRun *run);
void rule_solution_as_problem(CheckRun *run);
void rule_problem_unanswered(CheckRun *run);

#endif
