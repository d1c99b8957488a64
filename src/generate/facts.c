#include "generate/facts.h"

/* clang-format off */
const short facts_unit_sizes[FACTS_UNITS] = {
    1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 3, 3, 3, 3, 3, 3,
    3, 3, 3, 4, 4, 4, 4, 4, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 6, 6, 6, 6, 6, 6, 7, 7, 7, 7, 7, 8, 8, 8, 9, 9, 9, 9, 9, 9,
    9, 9, 9, 10, 10, 10, 10, 10, 10, 10, 11, 12, 12, 12, 12, 12, 12, 12, 12, 12, 13, 13, 14, 14, 14, 15, 16, 16, 16,
    17, 17, 18, 18, 19, 19, 19, 19, 19, 19, 19, 19, 20, 20, 21, 21, 21, 21, 21, 21, 21, 22, 22, 22, 22, 22, 23, 23, 23,
    23, 24, 24, 24, 24, 24, 24, 24, 24, 25, 25, 25, 25, 25, 25, 26, 26, 26, 26, 26, 27, 27, 27, 27, 27, 27, 27, 27, 27,
    28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 29, 29, 29, 29, 29, 29, 29, 29, 29, 30, 30, 30, 30, 30, 30, 30, 30, 31, 31,
    31, 31, 31, 31, 31, 31, 31, 32, 32, 32, 32, 32, 32, 32, 33, 33, 33, 33, 33, 33, 33, 33, 33, 33, 34, 34, 34, 34, 34,
    34, 34, 34, 35, 35, 35, 35, 35, 35, 35, 36, 36, 36, 36, 36, 36, 36, 37, 37, 37, 37, 37, 37, 37, 37, 37, 38, 38, 38,
    38, 38, 38, 38, 38, 38, 38, 38, 38, 38, 38, 39, 39, 39, 39, 39, 39, 39, 39, 39, 39, 39, 39, 39, 39, 40, 40, 40, 40,
    40, 40, 40, 40, 40, 40, 40, 40, 41, 41, 41, 41, 41, 41, 41, 41, 42, 42, 42, 42, 42, 42, 42, 43, 43, 43, 43, 43, 43,
    43, 43, 44, 44, 44, 44, 44, 44, 44, 44, 44, 44, 44, 45, 45, 45, 45, 45, 45, 45, 45, 45, 45, 45, 45, 46, 46, 46, 46,
    46, 46, 46, 46, 46, 46, 46, 46, 46, 47, 47, 47, 47, 47, 47, 47, 47, 47, 47, 48, 48, 48, 48, 48, 48, 48, 48, 48, 48,
    48, 49, 49, 49, 49, 49, 49, 49, 49, 49, 49, 50, 50, 50, 50, 50, 50, 50, 50, 50, 50, 51, 51, 51, 51, 52, 52, 52, 52,
    52, 52, 53, 53, 53, 53, 53, 53, 53, 53, 53, 53, 53, 53, 54, 54, 54, 54, 54, 54, 55, 55, 55, 55, 55, 56, 56, 56, 56,
    56, 56, 57, 57, 57, 57, 57, 57, 57, 57, 57, 57, 58, 58, 58, 58, 58, 58, 59, 59, 59, 59, 59, 59, 59, 59, 59, 60, 60,
    60, 61, 61, 61, 61, 61, 61, 61, 61, 61, 61, 61, 61, 62, 62, 62, 62, 62, 62, 62, 63, 63, 63, 63, 64, 64, 64, 64, 65,
    65, 66, 66, 66, 66, 66, 67, 67, 67, 67, 68, 68, 68, 68, 68, 68, 68, 68, 69, 69, 69, 69, 69, 69, 69, 69, 70, 71, 71,
    71, 71, 71, 72, 72, 73, 73, 73, 73, 73, 74, 74, 74, 74, 74, 74, 75, 75, 75, 75, 75, 76, 76, 76, 76, 76, 76, 77, 77,
    78, 78, 78, 78, 79, 80, 80, 80, 80, 82, 82, 82, 82, 82, 82, 83, 83, 83, 84, 84, 84, 85, 85, 85, 85, 85, 85, 86, 86,
    86, 87, 87, 87, 88, 88, 88, 89, 89, 90, 90, 90, 91, 91, 91, 92, 92, 92, 92, 92, 93, 93, 94, 95, 95, 96, 96, 96, 98,
    98, 98, 98, 100, 100, 100, 105, 108, 109, 109, 110, 111, 111, 112, 112, 113, 114, 117, 117, 117, 118, 118, 119,
    120, 122, 123, 125, 126, 127, 128, 129, 131, 136, 136, 138, 139, 148, 151, 151, 152, 155, 159, 164, 165, 165, 168,
    169, 241, 267, 300, 311, 710, 1030, 1175,
};
/* clang-format on */

const JobFact facts_jobs[FACTS_JOBS] = {
    {"Regular Teacher", 12328, OCCUPATION_ELEMENTARY_TEACHER, 0},
    {"Special Education Teacher", 3270, OCCUPATION_MIDDLE_TEACHER, 1},
    {"Bilingual Teacher", 2185, OCCUPATION_ELEMENTARY_TEACHER, 2},
    {"Special Ed Classroom Assistant", 3244, OCCUPATION_ASSISTANT, 1},
    {"School Security Officer", 1014, OCCUPATION_ASSISTANT, 5},
    {"Lunchroom Attendant", 1053, OCCUPATION_ASSISTANT, 5},
    {"School Counselor", 686, OCCUPATION_COUNSELOR, 3},
    {"Custodial Worker", 645, OCCUPATION_ASSISTANT, 5},
    {"School Clerk", 601, OCCUPATION_LIBRARIAN, 4},
    {"Teacher Assistant", 909, OCCUPATION_ASSISTANT, 0},
    {"Assistant Principal", 522, OCCUPATION_ADMINISTRATOR, 4},
    {"Program Option Teacher", 412, OCCUPATION_SECONDARY_TEACHER, 0},
    {"Principal", 410, OCCUPATION_ADMINISTRATOR, 4},
    {"Teacher-Speech Pathologist", 311, OCCUPATION_COUNSELOR, 1},
    {"School Social Worker", 297, OCCUPATION_COUNSELOR, 3},
    {"School Psychologist", 206, OCCUPATION_COUNSELOR, 3},
    {"School Nurse", 101, OCCUPATION_COUNSELOR, 3},
    {"Instructional Support Leader", 60, OCCUPATION_COORDINATOR, 0},
};

const char *const facts_departments[FACTS_DEPARTMENTS] = {"General education", "Special education", "Language learning",
                                                          "Student services",  "Administration",    "Operations"};

/* O*NET's element names, shortened as a form would ask: Instructing, Learning Strategies, Monitoring, Active Listening,
 * Speaking, Writing, Mathematics, Science, Social Perceptiveness, Coordination, Judgment and Decision Making, Systems
 * Evaluation, Management of Personnel Resources, Management of Material Resources, Time Management, Persuasion, Negotiation,
 * Service Orientation, Technology Design, Complex Problem Solving. */
const char *const facts_skills[FACTS_SKILLS] = {"Instruction",           "Learning strategies",
                                                "Monitoring progress",   "Active listening",
                                                "Public speaking",       "Writing",
                                                "Mathematics",           "Science",
                                                "Social perceptiveness", "Coordination",
                                                "Decision making",       "Systems evaluation",
                                                "Leading people",        "Managing materials",
                                                "Time management",       "Persuasion",
                                                "Negotiation",           "Service orientation",
                                                "Technology design",     "Problem solving"};

const SkillFact facts_profiles[OCCUPATION_COUNT][FACTS_SKILLS] = {
    /* 11-9032.00 */ {{388, 412}, {425, 462}, {400, 475}, {438, 450}, {438, 438}, {412, 438}, {312, 325},
                      {175, 138}, {425, 425}, {400, 412}, {412, 438}, {388, 425}, {400, 438}, {312, 325},
                      {388, 412}, {338, 400}, {362, 388}, {388, 388}, {175, 75},  {400, 425}},
    /* 25-2021.00 */ {{425, 400}, {425, 450}, {400, 400}, {400, 400}, {412, 400}, {388, 375}, {275, 288},
                      {200, 200}, {400, 400}, {388, 375}, {375, 362}, {300, 300}, {262, 275}, {175, 88},
                      {375, 338}, {312, 300}, {300, 300}, {388, 350}, {188, 100}, {312, 312}},
    /* 25-2022.00 */ {{425, 400}, {425, 400}, {388, 388}, {400, 388}, {412, 400}, {388, 388}, {288, 288},
                      {200, 125}, {388, 400}, {375, 375}, {362, 300}, {300, 300}, {288, 300}, {200, 100},
                      {375, 375}, {312, 300}, {300, 300}, {325, 325}, {175, 75},  {362, 325}},
    /* 25-2031.00 */ {{412, 412}, {400, 438}, {388, 412}, {400, 412}, {412, 412}, {375, 388}, {288, 300},
                      {200, 175}, {388, 388}, {350, 338}, {375, 362}, {312, 312}, {275, 300}, {188, 175},
                      {338, 338}, {300, 312}, {312, 288}, {312, 350}, {175, 88},  {350, 350}},
    /* 25-9031.00 */ {{412, 425}, {425, 475}, {400, 425}, {400, 438}, {412, 438}, {412, 450}, {275, 288},
                      {150, 62},  {388, 400}, {388, 388}, {375, 412}, {325, 388}, {312, 338}, {250, 250},
                      {362, 388}, {325, 338}, {312, 338}, {362, 362}, {175, 75},  {388, 388}},
    /* 25-9042.00 */ {{338, 300}, {338, 350}, {338, 338}, {375, 362}, {362, 325}, {338, 350}, {250, 250},
                      {138, 88},  {375, 338}, {350, 312}, {275, 288}, {225, 200}, {238, 225}, {238, 150},
                      {325, 312}, {300, 300}, {288, 288}, {350, 338}, {162, 100}, {312, 300}},
    /* 25-4022.00 */ {{312, 312}, {288, 312}, {338, 338}, {388, 388}, {388, 350}, {362, 375}, {200, 175},
                      {112, 25},  {325, 312}, {288, 275}, {312, 300}, {238, 238}, {262, 275}, {275, 238},
                      {312, 288}, {262, 262}, {250, 250}, {338, 325}, {162, 112}, {300, 262}},
    /* 21-1012.00 */ {{362, 362}, {375, 375}, {375, 388}, {438, 412}, {412, 400}, {388, 400}, {225, 212},
                      {150, 50},  {412, 488}, {362, 375}, {362, 388}, {300, 325}, {288, 300}, {150, 62},
                      {312, 338}, {362, 375}, {338, 312}, {400, 400}, {138, 50},  {375, 375}},
};

const NetworkFact facts_networks[FACTS_NETWORKS] = {
    {"ISP", 48},        {"Charter", 42},    {"Network 1", 35},  {"Network 13", 34}, {"Network 4", 34},
    {"Network 12", 33}, {"Network 10", 30}, {"Network 11", 29}, {"Network 5", 28},  {"Network 15", 27},
    {"Network 9", 27},  {"Network 8", 27},  {"Network 7", 25},  {"Network 6", 23},  {"Network 3", 23},
    {"Network 14", 22}, {"Network 2", 22},  {"Network 17", 19}, {"Network 16", 16}};
