#pragma once

#include <array>
#include <string_view>

namespace engine::demo {

inline constexpr std::array firstNames{
    "Ana",  "Ben",  "Carla", "David", "Elena", "Felix",  "Grace",  "Hugo",  "Ines",  "Jonas",  "Kira",  "Liam",
    "Maya", "Noah", "Olga",  "Paul",  "Quinn", "Rosa",   "Samir",  "Tessa", "Uma",   "Victor", "Wendy", "Xavier",
    "Yara", "Zoe",  "Aisha", "Bruno", "Chloe", "Dmitri", "Emma",   "Farid", "Gina",  "Hana",   "Ivan",  "Julia",
    "Kofi", "Lena", "Marco", "Nina",  "Oscar", "Priya",  "Rafael", "Sofia", "Tomas", "Ursula", "Vera",  "Walter"};
inline constexpr std::array lastNames{
    "Alvarez",  "Bennett", "Castro", "Dawson", "Eriksen", "Fischer", "Garcia",   "Hansen",   "Ibrahim", "Jensen",
    "Kowalski", "Lopez",   "Meyer",  "Nguyen", "Okafor",  "Patel",   "Quintero", "Rossi",    "Sato",    "Tanaka",
    "Ueda",     "Vargas",  "Weber",  "Xu",     "Young",   "Zimmer",  "Abbott",   "Brooks",   "Carter",  "Dietrich",
    "Ellis",    "Foster",  "Grant",  "Hughes", "Ingram",  "Jacobs",  "Keller",   "Lindgren", "Moreau",  "Novak",
    "Olsen",    "Park",    "Reyes",  "Silva",  "Turner",  "Vogel",   "Walsh"};
inline constexpr std::array companies{"Bright Smile Dental", "Corner Bakery",    "Harbor Fitness",
                                      "Maple Street Books",  "Northside Garage", "Olive & Thyme",
                                      "Pine Valley Vets",    "Riverside Yoga",   "Summit Bike Shop",
                                      "The Flower Room",     "Union Tailors",    "West End Optics"};

/// An area code, its state and a time zone it surely is in.
struct Area
{
    const char *code;
    const char *territory;
    const char *zone;
};
inline constexpr std::array areas{
    Area{"212", "New York", "America/New_York"},      Area{"718", "New York", "America/New_York"},
    Area{"617", "New England", "America/New_York"},   Area{"215", "Mid-Atlantic", "America/New_York"},
    Area{"404", "South East", "America/New_York"},    Area{"305", "South East", "America/New_York"},
    Area{"704", "South East", "America/New_York"},    Area{"313", "Great Lakes", "America/Detroit"},
    Area{"216", "Great Lakes", "America/New_York"},   Area{"312", "Great Lakes", "America/Chicago"},
    Area{"414", "Great Lakes", "America/Chicago"},    Area{"612", "Midwest", "America/Chicago"},
    Area{"816", "Midwest", "America/Chicago"},        Area{"314", "Midwest", "America/Chicago"},
    Area{"713", "Texas", "America/Chicago"},          Area{"512", "Texas", "America/Chicago"},
    Area{"214", "Texas", "America/Chicago"},          Area{"303", "Mountain", "America/Denver"},
    Area{"505", "Mountain", "America/Denver"},        Area{"801", "Mountain", "America/Denver"},
    Area{"415", "California", "America/Los_Angeles"}, Area{"213", "California", "America/Los_Angeles"},
    Area{"619", "California", "America/Los_Angeles"}, Area{"206", "North West", "America/Los_Angeles"},
    Area{"503", "North West", "America/Los_Angeles"}};

} // namespace engine::demo
