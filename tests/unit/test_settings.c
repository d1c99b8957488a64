/* test_settings.c: settings.csv over the defaults. */
#include <criterion/criterion.h>

#include "unit/plan_fixture.h"

static Fixture read_settings(const char *text)
{
    Fixture fixture = fixture_begin();
    fixture_sheet(&fixture, "groups", "group\nILT\n");
    if (text) fixture_sheet(&fixture, "settings", text);
    fixture_read(&fixture);
    return fixture;
}

Test(settings, defaults_without_the_sheet)
{
    Fixture fixture = read_settings(NULL);
    Settings *settings = &fixture.settings;
    cr_expect_str_eq(fixture.text, "");
    cr_expect_eq(settings->weight_fit, 50);
    cr_expect_eq(settings->weight_interest, 35);
    cr_expect_eq(settings->weight_growth, 10);
    cr_expect_eq(settings->weight_continuity, 5);
    cr_expect_eq(settings->hours, 400);
    cr_expect_eq(settings->max_groups, 3);
    cr_expect_eq(settings->max_leads, 1);
    cr_expect_eq(settings->everyone, 200);
    cr_expect_eq(settings->extra_load, 500);
    cr_expect_eq(settings->short_must, 1000000);
    cr_expect_eq(settings->short_role, 20000);
    cr_expect_eq(settings->short_should, 2000);
    cr_expect_eq(settings->fairness, FAIRNESS_TOTAL);
    cr_expect_eq(settings->max_changes, NO_LIMIT);
    cr_expect_eq(settings->seed, 1);
    cr_expect_str_eq(settings->closes, "");
    fixture_end(&fixture);
}

Test(settings, every_kind_of_value)
{
    Fixture fixture = read_settings("setting,value\nWeight Fit,1000\nhours,\"2,75\"\nfairness,Floor\nseed,9223372036854775807\n"
                                    "closes,2024-02-29\nshort_must,10000000\nmax_changes,\nmax_leads,0\n");
    cr_expect_str_eq(fixture.text, "");
    cr_expect_eq(fixture.settings.weight_fit, 1000);
    cr_expect_eq(fixture.settings.hours, 275);
    cr_expect_eq(fixture.settings.fairness, FAIRNESS_FLOOR);
    cr_expect_eq(fixture.settings.seed, INT64_MAX);
    cr_expect_str_eq(fixture.settings.closes, "2024-02-29");
    cr_expect_eq(fixture.settings.short_must, 10000000);
    cr_expect_eq(fixture.settings.max_changes, NO_LIMIT);
    cr_expect_eq(fixture.settings.max_leads, 0);
    fixture_end(&fixture);
}

Test(settings, every_fault_is_told)
{
    Fixture fixture =
        read_settings("setting,value\nwieght_fit,3\nzzz,1\nweight_fit,1001\nhours,-1\nfairness,fair\nseed,1.5\n"
                      "closes,3/4/2026\nshort_role,10000001\nmax_changes,4\nmax_groups,two\nMAX GROUPS,2\nclosez,2025-02-29\n");
    cr_expect_str_eq(
        fixture.text,
        "settings.csv:2:1: error: unknown setting \"wieght_fit\"; expected a setting, the nearest is \"weight_fit\"\n"
        "settings.csv:3:1: error: unknown setting \"zzz\"; expected one that cadre help settings lists\n"
        "settings.csv:4:2: error: \"weight_fit\" is \"1001\"; expected a whole number from 0 to 1000\n"
        "settings.csv:5:2: error: \"hours\" is \"-1\"; expected a number from 0 to 10000 with at most two decimals\n"
        "settings.csv:6:2: error: \"fairness\" is \"fair\"; expected total or floor\n"
        "settings.csv:7:2: error: \"seed\" is \"1.5\"; expected a whole number from 0 to 9223372036854775807\n"
        "settings.csv:8:2: error: \"closes\" is \"3/4/2026\"; expected a date as YYYY-MM-DD\n"
        "settings.csv:9:2: error: \"short_role\" is \"10000001\"; expected a whole number from 0 to 10000000\n"
        "settings.csv:10:2: error: \"max_changes\" is 4 but the plan has no previous.csv; expected that sheet, a result to "
        "mend (--from), or a blank "
        "\"max_changes\"\n"
        "settings.csv:11:2: error: \"max_groups\" is \"two\"; expected a whole number from 0 to 1000000\n"
        "settings.csv:12:1: error: the setting \"max_groups\" is already in line 11; expected each setting once\n"
        "settings.csv:13:1: error: unknown setting \"closez\"; expected a setting, the nearest is \"closes\"\n");
    fixture_end(&fixture);
}

Test(settings, a_date_must_exist)
{
    Fixture fixture = read_settings("setting,value\ncloses,2025-02-29\n");
    cr_expect_str_eq(fixture.text, "settings.csv:2:2: error: \"closes\" is \"2025-02-29\"; expected a date as YYYY-MM-DD\n");
    fixture_end(&fixture);
}
