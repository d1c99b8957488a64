/* test_identity.c: which rows are one person, and what that person is called. */
#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

#include "unit/people_case.h"

static PeopleCase people;

static void start(void) { people_case_start(&people); }
static void end(void) { people_case_end(&people); }

TestSuite(identity, .init = start, .fini = end);

/* columns.csv with rows only for the headers that the test's surveys have. */
static void columns(const char *headers)
{
    const char *text = "header,means\n";
    static const char *const rows[] = {"Id,id\n",     "Email,email\n", "Name,name\n", "First,name\n",
                                       "Last,name\n", "Math,skill\n",  "Art,skill\n", "When,timestamp\n"};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        char header[16];
        snprintf(header, sizeof header, "%.*s", (int)strcspn(rows[i], ","), rows[i]);
        if (strstr(headers, header)) text = arena_print(people.reading.arena, "%s%s", text, rows[i]);
    }
    people_case_sheet(&people, "columns.csv", text);
}

/* Expected messages name files in the test's folder: `%` stands for it. */
static void expect_messages(const char *expected)
{
    const char *text = "";
    for (const char *at = expected; *at; at++)
        text = *at == '%' ? arena_print(people.reading.arena, "%s%s", text, people.reading.folder)
                          : arena_print(people.reading.arena, "%s%c", text, *at);
    cr_expect_str_eq(people.messages, text);
}

Test(identity, an_id_or_an_email_makes_rows_one)
{
    columns("Id Email Math Art");
    people_case_survey(&people, "a.csv", "Id,Email,Math\n7,ann@x.org,1\n,BOB@x.org,2\n");
    people_case_survey(&people, "b.csv", "Email,Art\nAnn@X.org,3\nbob@x.org ,4\n");
    people_case_read(&people);
    expect_messages("");
    cr_expect_str_eq(people_case_keys(&people), "7 bob@x.org");
    cr_expect_str_eq(people.model.staff[0].email, "ann@x.org");
    cr_expect_eq(people_case_level(&people, "7", "Art"), 3);
    cr_expect_eq(people_case_level(&people, "bob@x.org", "Math"), 2);
    cr_expect_eq(people_case_level(&people, "bob@x.org", "Art"), 4);
}

Test(identity, two_ids_under_one_email_are_an_error)
{
    columns("Id Email Math");
    people_case_survey(&people, "a.csv", "Id,Email,Math\n7,ann@x.org,1\n8,ann@x.org,1\n");
    people_case_read(&people);
    expect_messages(
        "error a.csv:3:1: the e-mail \"ann@x.org\" has the id \"8\" here and \"7\" in %/a.csv:2; expected one id for an "
        "e-mail\n");
}

Test(identity, two_names_under_one_email_are_a_warning)
{
    columns("Email Name Math");
    people_case_survey(&people, "a.csv", "Email,Name,Math\nann@x.org,Ann Lee,1\nANN@x.org,ann  lee,1\nann@x.org,Annie Lee,1\n");
    people_case_read(&people);
    expect_messages("warning a.csv:4:2: \"Annie Lee\" is \"Ann Lee\" in %/a.csv:2; expected one name for an id or e-mail\n");
}

Test(identity, a_name_alone_joins_with_a_warning)
{
    columns("Email Name Math Art");
    people_case_survey(&people, "a.csv", "Email,Name,Math\nann@x.org,Ann Lee,1\n");
    people_case_survey(&people, "b.csv", "Name,Art\nann lee,3\n");
    people_case_read(&people);
    expect_messages(
        "warning b.csv:2:1: \"Ann Lee\" is taken for the person of %/a.csv:2 by the name alone; expected the same id or "
        "e-mail in both\n");
    cr_expect_eq(people_case_level(&people, "ann@x.org", "Art"), 3);
}

Test(identity, two_emails_of_one_name_are_joined_unless_one_survey_has_both)
{
    columns("Email Name Math Art");
    people_case_survey(&people, "a.csv", "Email,Name,Math\nann@x.org,Ann Lee,1\nbob@x.org,Bob Ray,1\nbob@y.org,Bob Ray,2\n");
    people_case_survey(&people, "b.csv", "Email,Name,Art\nann@y.org,Ann Lee,3\nbob@z.org,Bob Ray,3\n");
    people_case_read(&people);
    expect_messages(
        "warning b.csv:2:2: \"Ann Lee\" is taken for the person of %/a.csv:2 by the name alone; expected the same id or "
        "e-mail in both\n");
    cr_expect_str_eq(people_case_keys(&people), "ann@x.org bob@x.org bob@y.org bob@z.org");
}

Test(identity, a_bare_name_of_two_people_is_an_error)
{
    columns("Email Name Math Art");
    people_case_survey(&people, "a.csv", "Email,Name,Math\nbob@x.org,Bob Ray,1\nbob@y.org,Bob Ray,2\n");
    people_case_survey(&people, "b.csv", "Name,Art\nBob Ray,3\n");
    people_case_read(&people);
    expect_messages(
        "error b.csv:2:1: \"Bob Ray\" is the name of two people (%/a.csv:2 and %/a.csv:3); expected an id or e-mail in this "
        "row\n");
}

Test(identity, people_with_two_ids_are_not_joined_by_name)
{
    columns("Id Name Math Art");
    people_case_survey(&people, "a.csv", "Id,Name,Math\n1,Bob Ray,1\n");
    people_case_survey(&people, "b.csv", "Id,Name,Art\n2,Bob Ray,3\n");
    people_case_read(&people);
    expect_messages("");
    cr_expect_str_eq(people_case_keys(&people), "1 2");
}

Test(identity, a_chain_of_names_never_joins_two_ids)
{
    columns("Id Email Name Math Art");
    people_case_survey(&people, "a.csv", "Id,Name,Math\n1,Bob Ray,1\n2,Rob Ray,1\n");
    people_case_survey(&people, "b.csv", "Email,Name,Art\nbob@x.org,Bob Ray,3\n");
    people_case_survey(&people, "c.csv", "Email,Name,Art\nbob@x.org,Rob Ray,3\n");
    people_case_read(&people);
    cr_expect_str_eq(people_case_keys(&people), "1 2 bob@x.org");
}

Test(identity, a_row_without_identity_is_left_out)
{
    columns("Email Name Math");
    people_case_survey(&people, "a.csv", "Email,Name,Math\nann@x.org,,1\nN/A,-,2\nanonymous,,2\n");
    people_case_read(&people);
    expect_messages(
        "warning a.csv:3:1: the row is left out for it says not whose it is; expected an id, an e-mail or a name\n"
        "warning a.csv:4:1: the row is left out for it says not whose it is; expected an id, an e-mail or a name\n");
    cr_expect_str_eq(people_case_keys(&people), "ann@x.org");
}

Test(identity, without_an_identity_column_each_row_is_a_person)
{
    columns("Math");
    people_case_survey(&people, "a.csv", "Math\n1\n\n2\n");
    people_case_read(&people);
    expect_messages(
        "warning a.csv:1:0: no column says who answered, so each row is a person of its own, called a.csv-2 and so on; "
        "expected an id, e-mail or name column\n");
    cr_expect_str_eq(people_case_keys(&people), "a.csv-2 a.csv-4");
    cr_expect_eq(people_case_level(&people, "a.csv-4", "Math"), 2);
}

Test(identity, first_and_last_names_are_one_name)
{
    columns("First Last Math");
    people_case_survey(&people, "a.csv", "First,Last,Math\nAnn,Lee,1\n");
    people_case_read(&people);
    expect_messages("");
    cr_expect_str_eq(people_case_keys(&people), "Ann Lee");
}

Test(identity, the_roster_names_and_counts_everybody)
{
    columns("Email Name Math");
    people_case_sheet(&people, "people.csv", "id,email,name\n7,ann@x.org,Ann Lee\n8,cal@x.org,Cal\n");
    people_case_survey(&people, "a.csv", "Email,Name,Math\nann@x.org,A. Lee,1\nzoe@x.org,Zoe,2\n");
    people_case_read(&people);
    expect_messages(
        "warning a.csv:2:2: \"A. Lee\" is \"Ann Lee\" in %/people.csv:2; expected one name for an id or e-mail\n"
        "warning a.csv:3:1: \"zoe@x.org\" is not on the roster and is counted as staff; expected a row in people.csv\n");
    cr_expect_str_eq(people_case_keys(&people), "7 8 zoe@x.org");
    cr_expect_str_eq(people.model.staff[0].name, "Ann Lee");
    cr_expect(people.model.staff[0].answered);
    cr_expect_not(people.model.staff[1].answered);
}

Test(identity, twice_on_the_roster_is_an_error)
{
    people_case_sheet(&people, "people.csv", "id,email\n7,ann@x.org\n7,anna@x.org\n");
    people_case_sheet(&people, "columns.csv", "header,means\n");
    people_case_read(&people);
    expect_messages("error people.csv:3:1: the person is on the roster in line 2 already; expected one row for each\n");
}

Test(identity, the_order_of_rows_changes_nothing)
{
    columns("Email Name Math Art");
    people_case_survey(&people, "a.csv", "Email,Name,Math\nb@y.org,Bo,2\na@x.org,Al,1\n,Cy,3\n");
    people_case_survey(&people, "b.csv", "Name,Art\nCy,1\nBo,2\nAl,3\n");
    people_case_read(&people);
    cr_expect_str_eq(people_case_keys(&people), "Cy a@x.org b@y.org");
    cr_expect_eq(people_case_level(&people, "Cy", "Art"), 1);
    cr_expect_eq(people_case_level(&people, "a@x.org", "Art"), 3);
}
