#include "gui/frame/page.h"

namespace gui {

// Each page's folder offers one function `void add…Page(PageRegistry &)`; nothing else of it is known here.
void addCampaignsPage(PageRegistry &pages);
void addContactsPage(PageRegistry &pages);
void addSegmentsPage(PageRegistry &pages);
void addSettingsPage(PageRegistry &pages);
void addTemplatesPage(PageRegistry &pages);
void addDashboardPage(PageRegistry &pages);
void addMessagesPage(PageRegistry &pages);
void addInboxPage(PageRegistry &pages);

PageRegistry allPages()
{
    PageRegistry pages;
    addContactsPage(pages);
    addDashboardPage(pages);
    addSegmentsPage(pages);
    addCampaignsPage(pages);
    addMessagesPage(pages);
    addInboxPage(pages);
    addTemplatesPage(pages);
    addSettingsPage(pages);
    return pages;
}

} // namespace gui
