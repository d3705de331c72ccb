<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>gui::AttachmentBar</name>
    <message numerus="yes">
        <source>“%1” is not attached: a mail takes %Ln files.</source>
        <translation>
            <numerusform>“%1” is not attached: a mail takes %Ln file.</numerusform>
            <numerusform>“%1” is not attached: a mail takes %Ln files.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gui::AudiencePreview</name>
    <message numerus="yes">
        <source>%Ln contacts</source>
        <translation>
            <numerusform>%Ln contact</numerusform>
            <numerusform>%Ln contacts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gui::AudienceStep</name>
    <message numerus="yes">
        <source>%Ln contacts</source>
        <translation>
            <numerusform>%Ln contact</numerusform>
            <numerusform>%Ln contacts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gui::CampaignActions</name>
    <message numerus="yes">
        <source>%Ln messages that still wait will not be sent.</source>
        <translation>
            <numerusform>%Ln message that still waits will not be sent.</numerusform>
            <numerusform>%Ln messages that still wait will not be sent.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln messages have left already and cannot be called back.</source>
        <translation>
            <numerusform>%Ln message has left already and cannot be called back.</numerusform>
            <numerusform>%Ln messages have left already and cannot be called back.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Cancel %Ln waiting messages</source>
        <translation>
            <numerusform>Cancel %Ln waiting message</numerusform>
            <numerusform>Cancel %Ln waiting messages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln messages in doubt are not among them.</source>
        <translation>
            <numerusform>%Ln message in doubt is not among them.</numerusform>
            <numerusform>%Ln messages in doubt are not among them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Send %Ln messages again</source>
        <translation>
            <numerusform>Send %Ln message again</numerusform>
            <numerusform>Send %Ln messages again</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln messages are sent again.</source>
        <translation>
            <numerusform>%Ln message is sent again.</numerusform>
            <numerusform>%Ln messages are sent again.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Send %Ln failed messages again</source>
        <translation>
            <numerusform>Send %Ln failed message again</numerusform>
            <numerusform>Send %Ln failed messages again</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gui::CampaignProgress</name>
    <message numerus="yes">
        <source>Send %Ln failed again</source>
        <translation>
            <numerusform>Send %Ln failed again</numerusform>
            <numerusform>Send %Ln failed again</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gui::CampaignText</name>
    <message numerus="yes">
        <source>%Ln messages</source>
        <translation>
            <numerusform>%Ln message</numerusform>
            <numerusform>%Ln messages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln people</source>
        <translation>
            <numerusform>%Ln person</numerusform>
            <numerusform>%Ln people</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Send to %Ln people</source>
        <translation>
            <numerusform>Send to %Ln person</numerusform>
            <numerusform>Send to %Ln people</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln people are left out.</source>
        <translation>
            <numerusform>%Ln person is left out.</numerusform>
            <numerusform>%Ln people are left out.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gui::CampaignsPage</name>
    <message numerus="yes">
        <source>Launched to %Ln people.</source>
        <translation>
            <numerusform>Launched to %Ln person.</numerusform>
            <numerusform>Launched to %Ln people.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gui::ContactActions</name>
    <message numerus="yes">
        <source>%Ln contacts deleted.</source>
        <translation>
            <numerusform>%Ln contact deleted.</numerusform>
            <numerusform>%Ln contacts deleted.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln contacts restored.</source>
        <translation>
            <numerusform>%Ln contact restored.</numerusform>
            <numerusform>%Ln contacts restored.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln contacts tagged “%1”.</source>
        <translation>
            <numerusform>%Ln contact tagged “%1”.</numerusform>
            <numerusform>%Ln contacts tagged “%1”.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>“%1” taken off %Ln contacts.</source>
        <translation>
            <numerusform>“%1” taken off %Ln contact.</numerusform>
            <numerusform>“%1” taken off %Ln contacts.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gui::ContactsPage</name>
    <message numerus="yes">
        <source>%Ln contacts selected</source>
        <translation>
            <numerusform>%Ln contact selected</numerusform>
            <numerusform>%Ln contacts selected</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gui::ContentStep</name>
    <message numerus="yes">
        <source>%Ln characters</source>
        <translation>
            <numerusform>%Ln character</numerusform>
            <numerusform>%Ln characters</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gui::ConversationList</name>
    <message numerus="yes">
        <source>%Ln unread</source>
        <translation>
            <numerusform>%Ln unread</numerusform>
            <numerusform>%Ln unread</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gui::DashboardPage</name>
    <message numerus="yes">
        <source>%Ln messages may or may not have been sent</source>
        <translation>
            <numerusform>%Ln message may or may not have been sent</numerusform>
            <numerusform>%Ln messages may or may not have been sent</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gui::DetourNotice</name>
    <message numerus="yes">
        <source>%Ln messages went by %1</source>
        <translation>
            <numerusform>%Ln message went by %1</numerusform>
            <numerusform>%Ln messages went by %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gui::Formats</name>
    <message numerus="yes">
        <source>%Ln segments</source>
        <translation>
            <numerusform>%Ln segment</numerusform>
            <numerusform>%Ln segments</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gui::ImportCheckPage</name>
    <message numerus="yes">
        <source>Import %Ln contacts</source>
        <translation>
            <numerusform>Import %Ln contact</numerusform>
            <numerusform>Import %Ln contacts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln contacts are added</source>
        <translation>
            <numerusform>%Ln contact is added</numerusform>
            <numerusform>%Ln contacts are added</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln rows go to the file of rejected rows.</source>
        <translation>
            <numerusform>%Ln row goes to the file of rejected rows.</numerusform>
            <numerusform>%Ln rows go to the file of rejected rows.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gui::ImportCounts</name>
    <message numerus="yes">
        <source>new contacts were added</source>
        <translation>
            <numerusform>new contact was added</numerusform>
            <numerusform>new contacts were added</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>new contacts will be added</source>
        <translation>
            <numerusform>new contact will be added</numerusform>
            <numerusform>new contacts will be added</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>contacts that were there already were updated</source>
        <translation>
            <numerusform>contact that was there already was updated</numerusform>
            <numerusform>contacts that were there already were updated</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>contacts that are there already will be updated</source>
        <translation>
            <numerusform>contact that is there already will be updated</numerusform>
            <numerusform>contacts that are there already will be updated</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>contacts are there already, with nothing new</source>
        <translation>
            <numerusform>contact is there already, with nothing new</numerusform>
            <numerusform>contacts are there already, with nothing new</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>contacts that were there already were left as they are</source>
        <translation>
            <numerusform>contact that was there already was left as it is</numerusform>
            <numerusform>contacts that were there already were left as they are</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>contacts that are there already will be left as they are</source>
        <translation>
            <numerusform>contact that is there already will be left as it is</numerusform>
            <numerusform>contacts that are there already will be left as they are</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>rows could not be imported</source>
        <translation>
            <numerusform>row could not be imported</numerusform>
            <numerusform>rows could not be imported</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>rows cannot be imported</source>
        <translation>
            <numerusform>row cannot be imported</numerusform>
            <numerusform>rows cannot be imported</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gui::MessagesPage</name>
    <message numerus="yes">
        <source>Cancel %Ln waiting messages</source>
        <translation>
            <numerusform>Cancel %Ln waiting message</numerusform>
            <numerusform>Cancel %Ln waiting messages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln messages cancelled.</source>
        <translation>
            <numerusform>%Ln message cancelled.</numerusform>
            <numerusform>%Ln messages cancelled.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gui::PriceActions</name>
    <message numerus="yes">
        <source>%Ln prices imported. Estimates go by them from now on.</source>
        <translation>
            <numerusform>%Ln price imported. Estimates go by it from now on.</numerusform>
            <numerusform>%Ln prices imported. Estimates go by them from now on.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln prices removed.</source>
        <translation>
            <numerusform>%Ln price removed.</numerusform>
            <numerusform>%Ln prices removed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln prices are back.</source>
        <translation>
            <numerusform>The price is back.</numerusform>
            <numerusform>%Ln prices are back.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gui::PriceImportDialog</name>
    <message numerus="yes">
        <source>%Ln prices can be imported.</source>
        <translation>
            <numerusform>%Ln price can be imported.</numerusform>
            <numerusform>%Ln prices can be imported.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of them take the place of one there is.</source>
        <translation>
            <numerusform>%Ln takes the place of one there is.</numerusform>
            <numerusform>%Ln of them take the place of one there is.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln rows do not fit and are left out:</source>
        <translation>
            <numerusform>%Ln row does not fit and is left out:</numerusform>
            <numerusform>%Ln rows do not fit and are left out:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Import %Ln prices</source>
        <translation>
            <numerusform>Import %Ln price</numerusform>
            <numerusform>Import %Ln prices</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gui::PricesSection</name>
    <message numerus="yes">
        <source>%Ln prices</source>
        <translation>
            <numerusform>%Ln price</numerusform>
            <numerusform>%Ln prices</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gui::ProviderWords</name>
    <message numerus="yes">
        <source>%Ln routes name it: it is taken out of them, and what has no other account is removed.</source>
        <translation>
            <numerusform>%Ln route names it: it is taken out of that, which is removed where it has no other account.</numerusform>
            <numerusform>%Ln routes name it: it is taken out of them, and those with no other account are removed.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gui::ReplyBox</name>
    <message numerus="yes">
        <source>%Ln characters</source>
        <translation>
            <numerusform>%Ln character</numerusform>
            <numerusform>%Ln characters</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gui::ReviewStep</name>
    <message numerus="yes">
        <source>%Ln people have quiet hours then. They get it when these end where they live, from %1.</source>
        <translation>
            <numerusform>%Ln person has quiet hours then, and gets it when these end where they live, from %1.</numerusform>
            <numerusform>%Ln people have quiet hours then. They get it when these end where they live, from %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gui::RouteText</name>
    <message numerus="yes">
        <source>%Ln more</source>
        <comment>countries, at a list&apos;s end</comment>
        <translation>
            <numerusform>%Ln more</numerusform>
            <numerusform>%Ln more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gui::SegmentsPage</name>
    <message numerus="yes">
        <source>“%1” was kept: %Ln campaigns use it.</source>
        <translation>
            <numerusform>“%1” was kept: %Ln campaign uses it.</numerusform>
            <numerusform>“%1” was kept: %Ln campaigns use it.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gui::StatusStrip</name>
    <message numerus="yes">
        <source>Stopping: %Ln answers are awaited</source>
        <translation>
            <numerusform>Stopping: %Ln answer is awaited</numerusform>
            <numerusform>Stopping: %Ln answers are awaited</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gui::TagDialog</name>
    <message numerus="yes">
        <source>Add a tag to %Ln contacts</source>
        <translation>
            <numerusform>Add a tag to %Ln contact</numerusform>
            <numerusform>Add a tag to %Ln contacts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gui::TestDialog</name>
    <message numerus="yes">
        <source>%Ln files go with it.</source>
        <translation>
            <numerusform>%Ln file goes with it.</numerusform>
            <numerusform>%Ln files go with it.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gui::TextFacts</name>
    <message numerus="yes">
        <source>%Ln characters</source>
        <translation>
            <numerusform>%Ln character</numerusform>
            <numerusform>%Ln characters</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>and %Ln more</numerusform>
            <numerusform>and %Ln more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Use GSM spelling, saves %Ln segments</source>
        <translation>
            <numerusform>Use GSM spelling, saves %Ln segment</numerusform>
            <numerusform>Use GSM spelling, saves %Ln segments</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gui::WebhooksSection</name>
    <message numerus="yes">
        <source>%Ln people opted out by the link in a mail.</source>
        <translation>
            <numerusform>%Ln person opted out by the link in a mail.</numerusform>
            <numerusform>%Ln people opted out by the link in a mail.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gui::WindowPart</name>
    <message numerus="yes">
        <source>%Ln values of the template are still empty.</source>
        <translation>
            <numerusform>%Ln value of the template is still empty.</numerusform>
            <numerusform>%Ln values of the template are still empty.</numerusform>
        </translation>
    </message>
</context>
</TS>
