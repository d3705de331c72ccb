<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>QDialog</name>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>gui::AboutDialog</name>
    <message>
        <source>About Heliograph</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Talks to a business&apos;s customers by SMS, WhatsApp and e-mail, from a database of its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free software under the GNU General Public License, version 3 or later. It comes without any warranty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Built on Qt %1, Qt Charts, SQLite, libcurl, libsodium, libphonenumber, QtKeychain, Boost and the Breeze icons.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>gui::CampaignLine</name>
    <message>
        <source>%1 of %2 handled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 handled, recipients are still added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · %2 left</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>gui::CommandPalette</name>
    <message>
        <source>Search and commands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find a contact, template, campaign, message, page or action</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Results</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is called &apos;%1&apos;.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>gui::ConfirmDialog</name>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>gui::DashboardPage</name>
    <message>
        <source>Dashboard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Here you see what was sent, what arrived and what it cost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring in your contacts, write a template and start a first campaign.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delivered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pending</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opt-outs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spend</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Messages by day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Being sent now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Health</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the last 30 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New campaign</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the messages that were sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the delivered messages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the failed messages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the messages that wait or are on the way</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to Contacts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of those sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 on the way</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of those delivered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>and %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is being sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is scheduled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Engine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stopped by a person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>switched off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>works</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>paused: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Providers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln messages may or may not have been sent</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gui::DashboardText</name>
    <message>
        <source>Delivered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On the way</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In doubt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left out</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>gui::DataTable</name>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>gui::DayChart</name>
    <message>
        <source>Messages by day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>d MMM</source>
        <comment>day on a chart&apos;s axis</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No messages on this day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No messages in these days</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>gui::DetailPanel</name>
    <message>
        <source>Close the details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>gui::ErrorText</name>
    <message>
        <source>opted out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This person opted out of such messages, so nothing was sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider says that this person opted out. They are left out from now on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>do not disturb</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This contact is marked &apos;do not disturb&apos;, so nothing was sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>same text already sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same text went to the same address a short while ago, so it was not sent again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>too many this hour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This address had as many messages in this hour as your limits allow.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>quiet hours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is night where the recipient lives. The message waits until morning.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>too old to send</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The message was not sent in time and is no longer worth sending.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The contact has no address for this channel.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>address cannot be used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The contact&apos;s address cannot get messages on this channel.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>channel is off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sending on this channel is switched off in Settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>contact deleted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The contact was deleted before the message left.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a value is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A placeholder of the template has no value for this contact.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>template error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The template could not be filled in for this contact.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>text too long</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text has more segments than your limits allow. It is never shortened by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>number refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider says that this address cannot be reached.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>text refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider or a carrier refused this text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>account refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider refused the account, the sender or the country. Sending by it is paused; the messages are kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider refused the message without a reason that is known.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>provider asks to slow down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider asked to slow down. The message is tried again by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>connection failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The request surely did not reach the provider. The message is tried again by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>provider is paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider is paused. The message waits until it is resumed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no provider</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No provider serves this channel. The message waits for one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection broke before the provider answered, so the message may have been sent. The provider&apos;s records are looked at; it is not sent again by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>program ended meanwhile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The program ended while the message was on its way out, so it may have been sent. The provider&apos;s records are looked at; it is not sent again by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>needs your decision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider&apos;s records do not tell whether the message was sent. Decide what to do with it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Several messages in the provider&apos;s records could be this one. Decide what to do with it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not in the provider&apos;s records</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The message is not in the provider&apos;s records so far. They are looked at once more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider&apos;s records show that the message never arrived there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>decided: it was sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A person decided that the message was sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>decided: send again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A person decided to send the message again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>given up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The message was tried as often as your limits allow, or a person gave it up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tried too often</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The message was tried as often as your limits allow.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A person cancelled the message before it left.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>campaign is paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The campaign is paused. The message waits until it is resumed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>campaign was cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The campaign was cancelled before the message left.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The value at &apos;%1&apos; does not fit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A value does not fit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct it and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It does not exist any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Someone may have deleted it; the list shows what is there now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That is not possible as things stand: the name is taken, or something else still uses it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another name, or finish what uses it first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You may not do this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask whoever administers this workspace.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no file &apos;%1&apos;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file does not exist.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check whether it was moved or its drive is connected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You have no right to read &apos;%1&apos;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You have no right to read the file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the file&apos;s rights or choose another file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&apos;%1&apos; cannot be written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file cannot be written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the rights of the file and its folder, or choose another place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another Heliograph has this workspace open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close it there first; a workspace file is used by one program at a time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk is full.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was saved before is kept; nothing else was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free some space and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&apos;%1&apos; is no workspace but some other kind of file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is no workspace but something else.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is a database, but not one of Heliograph&apos;s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The workspace file is damaged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was left as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the newest backup instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The workspace was written by a newer Heliograph.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Update this program to open it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The system&apos;s key store cannot be reached, so the addresses cannot be opened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unlock the key store, or give the workspace&apos;s passphrase.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The passphrase is not the right one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection failed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was lost; what waits is tried again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider refused.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider refused: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The messages are kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the account in Settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was cancelled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something failed that should not.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Details for a report: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason: %1.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>gui::FilterBar</name>
    <message>
        <source>Clear all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter by %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>name and value of an active filter</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the filter %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove this filter</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>gui::Formats</name>
    <message>
        <source>about %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 a second</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln segments</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>just now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in a moment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 min ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in %1 min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 h ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in %1 h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>yesterday %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tomorrow %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>d MMM</source>
        <comment>day and month of this year</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <comment>day of another year</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>gui::MainWindow</name>
    <message>
        <source>Page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Page · %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Action</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop all sending</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Action · Ctrl+Shift+.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resume sending</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open or create a workspace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About Heliograph</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open or create a workspace…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 – Heliograph</source>
        <comment>window title: name of the workspace</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sending is stopped. What waits is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resume</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sending goes on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Heliograph goes on in the tray</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Messages are still being sent. Quit from the icon&apos;s menu, or with Ctrl+Q.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>gui::MessageDetail</name>
    <message>
        <source>Open contact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Story</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is not known whether this message was sent. %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text of the message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Campaign</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Template</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Channel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Category</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unicode</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>GSM alphabet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Segments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Provider</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Due</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time to delivery</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Provider&apos;s number of it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>code %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (code %2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider said</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>gui::MessageFilter</name>
    <message>
        <source>Waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On the way</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delivered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In doubt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whole number or e-mail address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Channel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Campaign</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Period</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <comment>day in a filter</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>since %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>before %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>number %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Template</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Provider</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One state</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No campaigns yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last month</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>gui::MessageTable</name>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recipient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Campaign</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Template</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Channel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Category</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Provider</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Segments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An estimate by your price list; the provider&apos;s own price may follow.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Due</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>gui::MessagesPage</name>
    <message>
        <source>Messages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every message stands here with its whole story.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Launch a campaign or send a test message; what becomes of each one is kept for good.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No message fits these filters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove a filter, or look at another period.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to Campaigns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear all filters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept as sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Given up. The message will not be sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 and more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open contact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only messages of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Cancel %Ln waiting messages</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln messages cancelled.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Send this message again?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If the first one did arrive after all, the person gets it twice and it is paid twice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send 1 message again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The message is sent again.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>gui::PageHeader</name>
    <message>
        <source>More actions</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>gui::PaletteText</name>
    <message>
        <source>Contact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contact · %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Template</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Campaign</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Messages to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Messages</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>gui::ShortcutsDialog</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find anything, or do anything</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to a page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New on this page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search on this page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the details of a row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the selected rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete, with undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop all sending at once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>gui::Sidebar</name>
    <message>
        <source>Fold the sidebar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (demo)</source>
        <comment>name of the workspace</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unfold the sidebar</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>gui::StatusStrip</name>
    <message>
        <source>Engine status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Engine is not running</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Stopping: %Ln answers are awaited</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Sending is stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sending</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ready</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resume</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop sending</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 in doubt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the messages that may or may not have been sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Problem: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>gui::Storyline</name>
    <message>
        <source>Attempt %1: handed to %2, no answer yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attempt %1: %2 took the message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attempt %1: %2 refused the message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attempt %1: %2 asked to slow down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attempt %1: %2 could not be reached</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attempt %1: no answer from %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Provider: “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Provider&apos;s code %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Provider: “%1” (code %2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>asked the provider</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>told by the provider</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>found in the provider&apos;s records</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the provider&apos;s answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Heliograph</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Template %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left out: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>checks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All checks passed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address, opt-outs, quiet hours, hourly limit, same text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>HTTP %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By the provider&apos;s clock at %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Is to leave</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waits: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to come</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Is given up if it has not left by then</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In doubt: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider is asked again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Written for a campaign</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Written for the campaign %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Written as a test message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Written by an automation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asked for through the API</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Written by a person</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>gui::Timeline</name>
    <message>
        <source>Timeline</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>gui::Toast</name>
    <message>
        <source>Dismiss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>gui::Tray</name>
    <message>
        <source>Open Heliograph</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop sending</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resume sending</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Heliograph: %1 messages waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Heliograph</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>gui::Wizard</name>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Summary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finish</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Throw away what you entered?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing has been saved yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Throw away</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>gui::Words</name>
    <message>
        <source>Planned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Queued</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sending</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delivered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undelivered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In doubt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expired</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draft</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scheduled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Completed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SMS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>WhatsApp</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Authentication</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Transactional</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Marketing</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
