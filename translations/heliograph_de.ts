<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>QDialog</name>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>gui::AboutDialog</name>
    <message>
        <source>About Heliograph</source>
        <translation>Über Heliograph</translation>
    </message>
    <message>
        <source>Version %1</source>
        <translation>Version %1</translation>
    </message>
    <message>
        <source>Talks to a business&apos;s customers by SMS, WhatsApp and e-mail, from a database of its own.</source>
        <translation>Spricht per SMS, WhatsApp und E-Mail mit den Kunden eines Unternehmens, aus einer eigenen Datenbank.</translation>
    </message>
    <message>
        <source>Free software under the GNU General Public License, version 3 or later. It comes without any warranty.</source>
        <translation>Freie Software unter der GNU General Public License, Version 3 oder später. Ohne jede Gewährleistung.</translation>
    </message>
    <message>
        <source>Built on Qt %1, Qt Charts, SQLite, libcurl, libsodium, libphonenumber, QtKeychain, Boost and the Breeze icons.</source>
        <translation>Gebaut auf Qt %1, Qt Charts, SQLite, libcurl, libsodium, libphonenumber, QtKeychain, Boost und den Breeze-Symbolen.</translation>
    </message>
</context>
<context>
    <name>gui::CampaignLine</name>
    <message>
        <source>%1 of %2 handled</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>%1 handled, recipients are still added</source>
        <translation>%1 bearbeitet, Empfänger kommen noch hinzu</translation>
    </message>
    <message>
        <source>%1 · %2 left</source>
        <translation>%1 · noch %2</translation>
    </message>
</context>
<context>
    <name>gui::CommandPalette</name>
    <message>
        <source>Search and commands</source>
        <translation>Suche und Befehle</translation>
    </message>
    <message>
        <source>Find a contact, template, campaign, message, page or action</source>
        <translation>Kontakt, Vorlage, Kampagne, Nachricht, Seite oder Aktion suchen</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>Treffer</translation>
    </message>
    <message>
        <source>Nothing is called &apos;%1&apos;.</source>
        <translation>Nichts heißt „%1“.</translation>
    </message>
</context>
<context>
    <name>gui::ConfirmDialog</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>gui::DashboardPage</name>
    <message>
        <source>Dashboard</source>
        <translation>Übersicht</translation>
    </message>
    <message>
        <source>Here you see what was sent, what arrived and what it cost.</source>
        <translation>Hier sehen Sie, was gesendet wurde, was ankam und was es gekostet hat.</translation>
    </message>
    <message>
        <source>Bring in your contacts, write a template and start a first campaign.</source>
        <translation>Holen Sie Ihre Kontakte herein, schreiben Sie eine Vorlage und starten Sie eine erste Kampagne.</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Gesendet</translation>
    </message>
    <message>
        <source>Delivered</source>
        <translation>Zugestellt</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Pending</source>
        <translation>Ausstehend</translation>
    </message>
    <message>
        <source>Opt-outs</source>
        <translation>Abmeldungen</translation>
    </message>
    <message>
        <source>Spend</source>
        <translation>Ausgaben</translation>
    </message>
    <message>
        <source>Messages by day</source>
        <translation>Nachrichten nach Tagen</translation>
    </message>
    <message>
        <source>Being sent now</source>
        <translation>Wird gerade gesendet</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Als Nächstes</translation>
    </message>
    <message>
        <source>Health</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>the last 30 days</source>
        <translation>die letzten 30 Tage</translation>
    </message>
    <message>
        <source>New campaign</source>
        <translation>Neue Kampagne</translation>
    </message>
    <message>
        <source>Show the messages that were sent</source>
        <translation>Die gesendeten Nachrichten zeigen</translation>
    </message>
    <message>
        <source>Show the delivered messages</source>
        <translation>Die zugestellten Nachrichten zeigen</translation>
    </message>
    <message>
        <source>Show the failed messages</source>
        <translation>Die fehlgeschlagenen Nachrichten zeigen</translation>
    </message>
    <message>
        <source>Show the messages that wait or are on the way</source>
        <translation>Die wartenden und laufenden Nachrichten zeigen</translation>
    </message>
    <message>
        <source>Go to Contacts</source>
        <translation>Zu den Kontakten</translation>
    </message>
    <message>
        <source>%1 today</source>
        <translation>%1 heute</translation>
    </message>
    <message>
        <source>%1 of those sent</source>
        <translation>%1 der gesendeten</translation>
    </message>
    <message>
        <source>%1 on the way</source>
        <translation>%1 unterwegs</translation>
    </message>
    <message>
        <source>%1 of those delivered</source>
        <translation>%1 der zugestellten</translation>
    </message>
    <message>
        <source>and %1</source>
        <translation>und %1</translation>
    </message>
    <message>
        <source>Nothing is being sent.</source>
        <translation>Es wird nichts gesendet.</translation>
    </message>
    <message>
        <source>Nothing is scheduled.</source>
        <translation>Nichts ist geplant.</translation>
    </message>
    <message>
        <source>Engine</source>
        <translation>Versand</translation>
    </message>
    <message>
        <source>stopped by a person</source>
        <translation>von Hand angehalten</translation>
    </message>
    <message>
        <source>running</source>
        <translation>läuft</translation>
    </message>
    <message>
        <source>not running</source>
        <translation>läuft nicht</translation>
    </message>
    <message>
        <source>switched off</source>
        <translation>ausgeschaltet</translation>
    </message>
    <message>
        <source>works</source>
        <translation>in Ordnung</translation>
    </message>
    <message>
        <source>paused: %1</source>
        <translation>pausiert: %1</translation>
    </message>
    <message>
        <source>Providers</source>
        <translation>Anbieter</translation>
    </message>
    <message>
        <source>none yet</source>
        <translation>noch keiner</translation>
    </message>
    <message numerus="yes">
        <source>%Ln messages may or may not have been sent</source>
        <translation>
            <numerusform>%Ln Nachricht ist ungewiss</numerusform>
            <numerusform>%Ln Nachrichten sind ungewiss</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gui::DashboardText</name>
    <message>
        <source>Delivered</source>
        <translation>Zugestellt</translation>
    </message>
    <message>
        <source>On the way</source>
        <translation>Unterwegs</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wartend</translation>
    </message>
    <message>
        <source>In doubt</source>
        <translation>Ungewiss</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>Ausgelassen</translation>
    </message>
</context>
<context>
    <name>gui::DataTable</name>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
</context>
<context>
    <name>gui::DayChart</name>
    <message>
        <source>Messages by day</source>
        <translation>Nachrichten nach Tagen</translation>
    </message>
    <message>
        <source>d MMM</source>
        <comment>day on a chart&apos;s axis</comment>
        <translation>d. MMM</translation>
    </message>
    <message>
        <source>No messages on this day</source>
        <translation>Keine Nachrichten an diesem Tag</translation>
    </message>
    <message>
        <source>No messages in these days</source>
        <translation>Keine Nachrichten in diesen Tagen</translation>
    </message>
</context>
<context>
    <name>gui::DetailPanel</name>
    <message>
        <source>Close the details</source>
        <translation>Details schließen</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>Schließen (Esc)</translation>
    </message>
</context>
<context>
    <name>gui::ErrorText</name>
    <message>
        <source>opted out</source>
        <translation>abgemeldet</translation>
    </message>
    <message>
        <source>This person opted out of such messages, so nothing was sent.</source>
        <translation>Diese Person hat solche Nachrichten abbestellt, deshalb wurde nichts gesendet.</translation>
    </message>
    <message>
        <source>The provider says that this person opted out. They are left out from now on.</source>
        <translation>Laut Anbieter hat sich diese Person abgemeldet. Sie wird von nun an ausgelassen.</translation>
    </message>
    <message>
        <source>do not disturb</source>
        <translation>nicht stören</translation>
    </message>
    <message>
        <source>This contact is marked &apos;do not disturb&apos;, so nothing was sent.</source>
        <translation>Dieser Kontakt trägt den Vermerk „nicht stören“, deshalb wurde nichts gesendet.</translation>
    </message>
    <message>
        <source>same text already sent</source>
        <translation>gleicher Text schon gesendet</translation>
    </message>
    <message>
        <source>The same text went to the same address a short while ago, so it was not sent again.</source>
        <translation>Derselbe Text ging vor Kurzem an dieselbe Adresse, deshalb wurde er nicht noch einmal gesendet.</translation>
    </message>
    <message>
        <source>too many this hour</source>
        <translation>zu viele in dieser Stunde</translation>
    </message>
    <message>
        <source>This address had as many messages in this hour as your limits allow.</source>
        <translation>Diese Adresse bekam in dieser Stunde schon so viele Nachrichten, wie Ihre Grenzen erlauben.</translation>
    </message>
    <message>
        <source>quiet hours</source>
        <translation>Ruhezeit</translation>
    </message>
    <message>
        <source>It is night where the recipient lives. The message waits until morning.</source>
        <translation>Beim Empfänger ist Nacht. Die Nachricht wartet bis zum Morgen.</translation>
    </message>
    <message>
        <source>too old to send</source>
        <translation>zu alt zum Senden</translation>
    </message>
    <message>
        <source>The message was not sent in time and is no longer worth sending.</source>
        <translation>Die Nachricht ging nicht rechtzeitig hinaus und lohnt nicht mehr.</translation>
    </message>
    <message>
        <source>no address</source>
        <translation>keine Adresse</translation>
    </message>
    <message>
        <source>The contact has no address for this channel.</source>
        <translation>Der Kontakt hat keine Adresse für diesen Kanal.</translation>
    </message>
    <message>
        <source>address cannot be used</source>
        <translation>Adresse unbrauchbar</translation>
    </message>
    <message>
        <source>The contact&apos;s address cannot get messages on this channel.</source>
        <translation>Die Adresse des Kontakts kann auf diesem Kanal keine Nachrichten empfangen.</translation>
    </message>
    <message>
        <source>channel is off</source>
        <translation>Kanal ist aus</translation>
    </message>
    <message>
        <source>Sending on this channel is switched off in Settings.</source>
        <translation>Der Versand auf diesem Kanal ist in den Einstellungen ausgeschaltet.</translation>
    </message>
    <message>
        <source>contact deleted</source>
        <translation>Kontakt gelöscht</translation>
    </message>
    <message>
        <source>The contact was deleted before the message left.</source>
        <translation>Der Kontakt wurde gelöscht, bevor die Nachricht hinausging.</translation>
    </message>
    <message>
        <source>a value is missing</source>
        <translation>ein Wert fehlt</translation>
    </message>
    <message>
        <source>A placeholder of the template has no value for this contact.</source>
        <translation>Ein Platzhalter der Vorlage hat für diesen Kontakt keinen Wert.</translation>
    </message>
    <message>
        <source>template error</source>
        <translation>Fehler in der Vorlage</translation>
    </message>
    <message>
        <source>The template could not be filled in for this contact.</source>
        <translation>Die Vorlage ließ sich für diesen Kontakt nicht ausfüllen.</translation>
    </message>
    <message>
        <source>number refused</source>
        <translation>Nummer abgelehnt</translation>
    </message>
    <message>
        <source>The provider says that this address cannot be reached.</source>
        <translation>Laut Anbieter ist diese Adresse nicht erreichbar.</translation>
    </message>
    <message>
        <source>text refused</source>
        <translation>Text abgelehnt</translation>
    </message>
    <message>
        <source>The provider or a carrier refused this text.</source>
        <translation>Der Anbieter oder ein Netzbetreiber hat diesen Text abgelehnt.</translation>
    </message>
    <message>
        <source>account refused</source>
        <translation>Konto abgelehnt</translation>
    </message>
    <message>
        <source>The provider refused the account, the sender or the country. Sending by it is paused; the messages are kept.</source>
        <translation>Der Anbieter hat Konto, Absender oder Land abgelehnt. Der Versand über ihn pausiert; die Nachrichten bleiben erhalten.</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>abgelehnt</translation>
    </message>
    <message>
        <source>The provider refused the message without a reason that is known.</source>
        <translation>Der Anbieter hat die Nachricht ohne bekannten Grund abgelehnt.</translation>
    </message>
    <message>
        <source>provider asks to slow down</source>
        <translation>Anbieter bittet um langsameres Tempo</translation>
    </message>
    <message>
        <source>The provider asked to slow down. The message is tried again by itself.</source>
        <translation>Der Anbieter bat um ein langsameres Tempo. Die Nachricht wird von selbst wieder versucht.</translation>
    </message>
    <message>
        <source>connection failed</source>
        <translation>Verbindung gescheitert</translation>
    </message>
    <message>
        <source>The request surely did not reach the provider. The message is tried again by itself.</source>
        <translation>Die Anfrage hat den Anbieter sicher nicht erreicht. Die Nachricht wird von selbst wieder versucht.</translation>
    </message>
    <message>
        <source>provider is paused</source>
        <translation>Anbieter pausiert</translation>
    </message>
    <message>
        <source>The provider is paused. The message waits until it is resumed.</source>
        <translation>Der Anbieter pausiert. Die Nachricht wartet, bis es mit ihm weitergeht.</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>keine Antwort</translation>
    </message>
    <message>
        <source>The connection broke before the provider answered, so the message may have been sent. The provider&apos;s records are looked at; it is not sent again by itself.</source>
        <translation>Die Verbindung brach ab, bevor der Anbieter antwortete; die Nachricht kann also gesendet worden sein. Die Aufzeichnungen des Anbieters werden angesehen; von selbst wird sie nicht noch einmal gesendet.</translation>
    </message>
    <message>
        <source>program ended meanwhile</source>
        <translation>Programm endete dazwischen</translation>
    </message>
    <message>
        <source>The program ended while the message was on its way out, so it may have been sent. The provider&apos;s records are looked at; it is not sent again by itself.</source>
        <translation>Das Programm endete, während die Nachricht hinausging; sie kann also gesendet worden sein. Die Aufzeichnungen des Anbieters werden angesehen; von selbst wird sie nicht noch einmal gesendet.</translation>
    </message>
    <message>
        <source>needs your decision</source>
        <translation>braucht Ihre Entscheidung</translation>
    </message>
    <message>
        <source>The provider&apos;s records do not tell whether the message was sent. Decide what to do with it.</source>
        <translation>Aus den Aufzeichnungen des Anbieters geht nicht hervor, ob die Nachricht gesendet wurde. Entscheiden Sie, was mit ihr geschieht.</translation>
    </message>
    <message>
        <source>Several messages in the provider&apos;s records could be this one. Decide what to do with it.</source>
        <translation>Mehrere Nachrichten in den Aufzeichnungen des Anbieters könnten diese sein. Entscheiden Sie, was mit ihr geschieht.</translation>
    </message>
    <message>
        <source>not in the provider&apos;s records</source>
        <translation>nicht in den Aufzeichnungen des Anbieters</translation>
    </message>
    <message>
        <source>The message is not in the provider&apos;s records so far. They are looked at once more.</source>
        <translation>Die Nachricht steht bisher nicht in den Aufzeichnungen des Anbieters. Sie werden noch einmal angesehen.</translation>
    </message>
    <message>
        <source>The provider&apos;s records show that the message never arrived there.</source>
        <translation>Die Aufzeichnungen des Anbieters zeigen, dass die Nachricht dort nie ankam.</translation>
    </message>
    <message>
        <source>decided: it was sent</source>
        <translation>entschieden: wurde gesendet</translation>
    </message>
    <message>
        <source>A person decided that the message was sent.</source>
        <translation>Jemand hat entschieden, dass die Nachricht gesendet wurde.</translation>
    </message>
    <message>
        <source>decided: send again</source>
        <translation>entschieden: noch einmal senden</translation>
    </message>
    <message>
        <source>A person decided to send the message again.</source>
        <translation>Jemand hat entschieden, die Nachricht noch einmal zu senden.</translation>
    </message>
    <message>
        <source>given up</source>
        <translation>aufgegeben</translation>
    </message>
    <message>
        <source>The message was tried as often as your limits allow, or a person gave it up.</source>
        <translation>Die Nachricht wurde so oft versucht, wie Ihre Grenzen erlauben, oder jemand hat sie aufgegeben.</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>abgebrochen</translation>
    </message>
    <message>
        <source>A person cancelled the message before it left.</source>
        <translation>Jemand hat die Nachricht abgebrochen, bevor sie hinausging.</translation>
    </message>
    <message>
        <source>text too long</source>
        <translation>Text zu lang</translation>
    </message>
    <message>
        <source>The text has more segments than your limits allow. It is never shortened by itself.</source>
        <translation>Der Text hat mehr Segmente, als Ihre Grenzen erlauben. Er wird nie von selbst gekürzt.</translation>
    </message>
    <message>
        <source>text is empty</source>
        <translation>Text ist leer</translation>
    </message>
    <message>
        <source>Filled in for this contact, the template has no text left.</source>
        <translation>Für diesen Kontakt ausgefüllt, bleibt von der Vorlage kein Text übrig.</translation>
    </message>
    <message>
        <source>no time left to send</source>
        <translation>keine Zeit zum Senden</translation>
    </message>
    <message>
        <source>Your quiet hours leave no time at which this person may be messaged.</source>
        <translation>Ihre Ruhezeiten lassen keine Zeit, zu der diese Person angeschrieben werden darf.</translation>
    </message>
    <message>
        <source>sending is stopped</source>
        <translation>Versand ist angehalten</translation>
    </message>
    <message>
        <source>A person stopped all sending. The message waits until it goes on.</source>
        <translation>Jemand hat den Versand angehalten. Die Nachricht wartet, bis er weitergeht.</translation>
    </message>
    <message>
        <source>provider is switched off</source>
        <translation>Anbieter ist ausgeschaltet</translation>
    </message>
    <message>
        <source>No provider that is switched on serves this channel. The message waits.</source>
        <translation>Kein eingeschalteter Anbieter bedient diesen Kanal. Die Nachricht wartet.</translation>
    </message>
    <message>
        <source>not found out yet</source>
        <translation>noch nicht geklärt</translation>
    </message>
    <message>
        <source>The provider&apos;s records do not tell yet. They are looked at again.</source>
        <translation>Aus den Aufzeichnungen des Anbieters geht es noch nicht hervor. Sie werden wieder angesehen.</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>The value at &apos;%1&apos; does not fit.</source>
        <translation>Der Wert bei „%1“ passt nicht.</translation>
    </message>
    <message>
        <source>A value does not fit.</source>
        <translation>Ein Wert passt nicht.</translation>
    </message>
    <message>
        <source>Correct it and try again.</source>
        <translation>Berichtigen Sie ihn und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>It does not exist any more.</source>
        <translation>Es gibt es nicht mehr.</translation>
    </message>
    <message>
        <source>Someone may have deleted it; the list shows what is there now.</source>
        <translation>Vielleicht hat es jemand gelöscht; die Liste zeigt, was jetzt da ist.</translation>
    </message>
    <message>
        <source>That is not possible as things stand: the name is taken, or something else still uses it.</source>
        <translation>Das geht im Augenblick nicht: Der Name ist vergeben, oder etwas anderes braucht es noch.</translation>
    </message>
    <message>
        <source>Choose another name, or finish what uses it first.</source>
        <translation>Wählen Sie einen anderen Namen oder beenden Sie zuerst, was es braucht.</translation>
    </message>
    <message>
        <source>You may not do this.</source>
        <translation>Das dürfen Sie nicht.</translation>
    </message>
    <message>
        <source>Ask whoever administers this workspace.</source>
        <translation>Fragen Sie, wer diesen Arbeitsbereich verwaltet.</translation>
    </message>
    <message>
        <source>There is no file &apos;%1&apos;.</source>
        <translation>Die Datei „%1“ gibt es nicht.</translation>
    </message>
    <message>
        <source>The file does not exist.</source>
        <translation>Die Datei gibt es nicht.</translation>
    </message>
    <message>
        <source>Check whether it was moved or its drive is connected.</source>
        <translation>Prüfen Sie, ob sie verschoben wurde oder ob ihr Laufwerk angeschlossen ist.</translation>
    </message>
    <message>
        <source>You have no right to read &apos;%1&apos;.</source>
        <translation>Sie haben kein Recht, „%1“ zu lesen.</translation>
    </message>
    <message>
        <source>You have no right to read the file.</source>
        <translation>Sie haben kein Recht, die Datei zu lesen.</translation>
    </message>
    <message>
        <source>Change the file&apos;s rights or choose another file.</source>
        <translation>Ändern Sie die Rechte der Datei oder wählen Sie eine andere.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; cannot be written.</source>
        <translation>„%1“ lässt sich nicht schreiben.</translation>
    </message>
    <message>
        <source>The file cannot be written.</source>
        <translation>Die Datei lässt sich nicht schreiben.</translation>
    </message>
    <message>
        <source>Change the rights of the file and its folder, or choose another place.</source>
        <translation>Ändern Sie die Rechte der Datei und ihres Ordners oder wählen Sie einen anderen Ort.</translation>
    </message>
    <message>
        <source>Another Heliograph has this workspace open.</source>
        <translation>Ein anderes Heliograph hat diesen Arbeitsbereich offen.</translation>
    </message>
    <message>
        <source>Close it there first; a workspace file is used by one program at a time.</source>
        <translation>Schließen Sie ihn zuerst dort; eine Datei wird immer nur von einem Programm benutzt.</translation>
    </message>
    <message>
        <source>The disk is full.</source>
        <translation>Der Datenträger ist voll.</translation>
    </message>
    <message>
        <source>What was saved before is kept; nothing else was changed.</source>
        <translation>Was schon gespeichert war, ist erhalten; sonst wurde nichts geändert.</translation>
    </message>
    <message>
        <source>Free some space and try again.</source>
        <translation>Schaffen Sie Platz und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is no workspace but some other kind of file.</source>
        <translation>„%1“ ist kein Arbeitsbereich, sondern eine andere Datei.</translation>
    </message>
    <message>
        <source>The file is no workspace but something else.</source>
        <translation>Die Datei ist kein Arbeitsbereich, sondern etwas anderes.</translation>
    </message>
    <message>
        <source>Choose another file.</source>
        <translation>Wählen Sie eine andere Datei.</translation>
    </message>
    <message>
        <source>The file is a database, but not one of Heliograph&apos;s.</source>
        <translation>Die Datei ist eine Datenbank, aber keine von Heliograph.</translation>
    </message>
    <message>
        <source>The workspace file is damaged.</source>
        <translation>Die Datei des Arbeitsbereichs ist beschädigt.</translation>
    </message>
    <message>
        <source>It was left as it is.</source>
        <translation>Sie blieb, wie sie ist.</translation>
    </message>
    <message>
        <source>Open the newest backup instead.</source>
        <translation>Öffnen Sie stattdessen die neueste Sicherung.</translation>
    </message>
    <message>
        <source>The workspace was written by a newer Heliograph.</source>
        <translation>Der Arbeitsbereich stammt von einem neueren Heliograph.</translation>
    </message>
    <message>
        <source>Update this program to open it.</source>
        <translation>Aktualisieren Sie dieses Programm, um ihn zu öffnen.</translation>
    </message>
    <message>
        <source>The system&apos;s key store cannot be reached, so the addresses cannot be opened.</source>
        <translation>Der Schlüsselspeicher des Systems ist nicht erreichbar, deshalb lassen sich die Adressen nicht öffnen.</translation>
    </message>
    <message>
        <source>Unlock the key store, or give the workspace&apos;s passphrase.</source>
        <translation>Entsperren Sie den Schlüsselspeicher oder geben Sie die Passphrase des Arbeitsbereichs an.</translation>
    </message>
    <message>
        <source>The passphrase is not the right one.</source>
        <translation>Die Passphrase stimmt nicht.</translation>
    </message>
    <message>
        <source>Try again.</source>
        <translation>Versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The connection failed.</source>
        <translation>Die Verbindung ist gescheitert.</translation>
    </message>
    <message>
        <source>Nothing was lost; what waits is tried again.</source>
        <translation>Nichts ging verloren; was wartet, wird wieder versucht.</translation>
    </message>
    <message>
        <source>Check the network.</source>
        <translation>Prüfen Sie das Netz.</translation>
    </message>
    <message>
        <source>The provider refused.</source>
        <translation>Der Anbieter hat abgelehnt.</translation>
    </message>
    <message>
        <source>The provider refused: %1</source>
        <translation>Der Anbieter hat abgelehnt: %1</translation>
    </message>
    <message>
        <source>The messages are kept.</source>
        <translation>Die Nachrichten bleiben erhalten.</translation>
    </message>
    <message>
        <source>Check the account in Settings.</source>
        <translation>Prüfen Sie das Konto in den Einstellungen.</translation>
    </message>
    <message>
        <source>It was cancelled.</source>
        <translation>Es wurde abgebrochen.</translation>
    </message>
    <message>
        <source>Something failed that should not.</source>
        <translation>Etwas ist gescheitert, das nicht scheitern sollte.</translation>
    </message>
    <message>
        <source>Details for a report: %1</source>
        <translation>Einzelheiten für eine Meldung: %1</translation>
    </message>
    <message>
        <source>Reason: %1.</source>
        <translation>Grund: %1.</translation>
    </message>
</context>
<context>
    <name>gui::FilterBar</name>
    <message>
        <source>Clear all</source>
        <translation>Alle entfernen</translation>
    </message>
    <message>
        <source>Filter by %1</source>
        <translation>Nach %1 filtern</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>name and value of an active filter</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Remove the filter %1: %2</source>
        <translation>Filter entfernen: %1: %2</translation>
    </message>
    <message>
        <source>Remove this filter</source>
        <translation>Diesen Filter entfernen</translation>
    </message>
</context>
<context>
    <name>gui::Formats</name>
    <message>
        <source>about %1</source>
        <translation>etwa %1</translation>
    </message>
    <message>
        <source>%1 a second</source>
        <translation>%1 je Sekunde</translation>
    </message>
    <message numerus="yes">
        <source>%Ln segments</source>
        <translation>
            <numerusform>%Ln Segment</numerusform>
            <numerusform>%Ln Segmente</numerusform>
        </translation>
    </message>
    <message>
        <source>just now</source>
        <translation>gerade eben</translation>
    </message>
    <message>
        <source>in a moment</source>
        <translation>gleich</translation>
    </message>
    <message>
        <source>%1 min ago</source>
        <translation>vor %1 min</translation>
    </message>
    <message>
        <source>in %1 min</source>
        <translation>in %1 min</translation>
    </message>
    <message>
        <source>%1 h ago</source>
        <translation>vor %1 h</translation>
    </message>
    <message>
        <source>in %1 h</source>
        <translation>in %1 h</translation>
    </message>
    <message>
        <source>yesterday %1</source>
        <translation>gestern %1</translation>
    </message>
    <message>
        <source>tomorrow %1</source>
        <translation>morgen %1</translation>
    </message>
    <message>
        <source>d MMM</source>
        <comment>day and month of this year</comment>
        <translation>d. MMM</translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <comment>day of another year</comment>
        <translation>d. MMM yyyy</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Gestern</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 h</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 h %2 min</translation>
    </message>
</context>
<context>
    <name>gui::MainWindow</name>
    <message>
        <source>Page</source>
        <translation>Seite</translation>
    </message>
    <message>
        <source>Page · %1</source>
        <translation>Seite · %1</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Aktion</translation>
    </message>
    <message>
        <source>Stop all sending</source>
        <translation>Allen Versand anhalten</translation>
    </message>
    <message>
        <source>Action · Ctrl+Shift+.</source>
        <translation>Aktion · Strg+Umschalt+.</translation>
    </message>
    <message>
        <source>Resume sending</source>
        <translation>Versand fortsetzen</translation>
    </message>
    <message>
        <source>Open or create a workspace</source>
        <translation>Arbeitsbereich öffnen oder anlegen</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Hilfe</translation>
    </message>
    <message>
        <source>About Heliograph</source>
        <translation>Über Heliograph</translation>
    </message>
    <message>
        <source>Open or create a workspace…</source>
        <translation>Arbeitsbereich öffnen oder anlegen …</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Erscheinungsbild</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>%1 – Heliograph</source>
        <comment>window title: name of the workspace</comment>
        <translation>%1 – Heliograph</translation>
    </message>
    <message>
        <source>Sending is stopped. What waits is kept.</source>
        <translation>Der Versand ist angehalten. Was wartet, bleibt erhalten.</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Sending goes on.</source>
        <translation>Der Versand geht weiter.</translation>
    </message>
    <message>
        <source>Heliograph goes on in the tray</source>
        <translation>Heliograph läuft im Infobereich weiter</translation>
    </message>
    <message>
        <source>Messages are still being sent. Quit from the icon&apos;s menu, or with Ctrl+Q.</source>
        <translation>Nachrichten werden weiter gesendet. Beenden Sie über das Menü des Symbols oder mit Strg+Q.</translation>
    </message>
</context>
<context>
    <name>gui::MessageDetail</name>
    <message>
        <source>Open contact</source>
        <translation>Kontakt öffnen</translation>
    </message>
    <message>
        <source>Cancel message</source>
        <translation>Nachricht abbrechen</translation>
    </message>
    <message>
        <source>It was sent</source>
        <translation>Wurde gesendet</translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>Noch einmal</translation>
    </message>
    <message>
        <source>Give up</source>
        <translation>Aufgeben</translation>
    </message>
    <message>
        <source>Story</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>It is not known whether this message was sent. %1</source>
        <translation>Es ist nicht bekannt, ob diese Nachricht gesendet wurde. %1</translation>
    </message>
    <message>
        <source>Text of the message</source>
        <translation>Text der Nachricht</translation>
    </message>
    <message>
        <source>Campaign</source>
        <translation>Kampagne</translation>
    </message>
    <message>
        <source>Template</source>
        <translation>Vorlage</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>Kanal</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Kategorie</translation>
    </message>
    <message>
        <source>Unicode</source>
        <translation>Unicode</translation>
    </message>
    <message>
        <source>GSM alphabet</source>
        <translation>GSM-Alphabet</translation>
    </message>
    <message>
        <source>Segments</source>
        <translation>Segmente</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Kosten</translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>Anbieter</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>Fällig</translation>
    </message>
    <message>
        <source>Time to delivery</source>
        <translation>Zeit bis zur Zustellung</translation>
    </message>
    <message>
        <source>Provider&apos;s number of it</source>
        <translation>Nummer beim Anbieter</translation>
    </message>
    <message>
        <source>code %1</source>
        <translation>Code %1</translation>
    </message>
    <message>
        <source>%1 (code %2)</source>
        <translation>%1 (Code %2)</translation>
    </message>
    <message>
        <source>The provider said</source>
        <translation>Der Anbieter sagt</translation>
    </message>
</context>
<context>
    <name>gui::MessageFilter</name>
    <message>
        <source>Waiting</source>
        <translation>Wartend</translation>
    </message>
    <message>
        <source>On the way</source>
        <translation>Unterwegs</translation>
    </message>
    <message>
        <source>Delivered</source>
        <translation>Zugestellt</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>In doubt</source>
        <translation>Ungewiss</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>Ausgelassen</translation>
    </message>
    <message>
        <source>Whole number or e-mail address</source>
        <translation>Ganze Nummer oder E-Mail-Adresse</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>Kanal</translation>
    </message>
    <message>
        <source>Campaign</source>
        <translation>Kampagne</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Zeitraum</translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <comment>day in a filter</comment>
        <translation>d. MMM yyyy</translation>
    </message>
    <message>
        <source>today</source>
        <translation>heute</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>seit %1</translation>
    </message>
    <message>
        <source>before %1</source>
        <translation>vor %1</translation>
    </message>
    <message>
        <source>number %1</source>
        <translation>Nummer %1</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>Kontakt</translation>
    </message>
    <message>
        <source>Template</source>
        <translation>Vorlage</translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>Anbieter</translation>
    </message>
    <message>
        <source>One state</source>
        <translation>Ein Zustand</translation>
    </message>
    <message>
        <source>No campaigns yet</source>
        <translation>Noch keine Kampagnen</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Gestern</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>Letzte 7 Tage</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>Letzte 30 Tage</translation>
    </message>
    <message>
        <source>This month</source>
        <translation>Dieser Monat</translation>
    </message>
    <message>
        <source>Last month</source>
        <translation>Voriger Monat</translation>
    </message>
</context>
<context>
    <name>gui::MessageTable</name>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Recipient</source>
        <translation>Empfänger</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Campaign</source>
        <translation>Kampagne</translation>
    </message>
    <message>
        <source>Template</source>
        <translation>Vorlage</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>Kanal</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Kategorie</translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>Anbieter</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>Versuche</translation>
    </message>
    <message>
        <source>Segments</source>
        <translation>Segmente</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Kosten</translation>
    </message>
    <message>
        <source>An estimate by your price list; the provider&apos;s own price may follow.</source>
        <translation>Eine Schätzung nach Ihrer Preisliste; der Preis des Anbieters kann noch folgen.</translation>
    </message>
    <message>
        <source>Written</source>
        <translation>Geschrieben</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>Fällig</translation>
    </message>
</context>
<context>
    <name>gui::MessagesPage</name>
    <message>
        <source>Messages</source>
        <translation>Nachrichten</translation>
    </message>
    <message>
        <source>Every message stands here with its whole story.</source>
        <translation>Hier steht jede Nachricht mit ihrem ganzen Verlauf.</translation>
    </message>
    <message>
        <source>Launch a campaign or send a test message; what becomes of each one is kept for good.</source>
        <translation>Starten Sie eine Kampagne oder senden Sie eine Testnachricht; was aus jeder wird, bleibt aufgehoben.</translation>
    </message>
    <message>
        <source>No message fits these filters.</source>
        <translation>Keine Nachricht passt zu diesen Filtern.</translation>
    </message>
    <message>
        <source>Remove a filter, or look at another period.</source>
        <translation>Entfernen Sie einen Filter oder sehen Sie einen anderen Zeitraum an.</translation>
    </message>
    <message>
        <source>Go to Campaigns</source>
        <translation>Zu den Kampagnen</translation>
    </message>
    <message>
        <source>Clear all filters</source>
        <translation>Alle Filter entfernen</translation>
    </message>
    <message>
        <source>Kept as sent.</source>
        <translation>Als gesendet behalten.</translation>
    </message>
    <message>
        <source>Given up. The message will not be sent.</source>
        <translation>Aufgegeben. Die Nachricht wird nicht gesendet.</translation>
    </message>
    <message>
        <source>%1 and more</source>
        <translation>%1 und mehr</translation>
    </message>
    <message>
        <source>Open contact</source>
        <translation>Kontakt öffnen</translation>
    </message>
    <message>
        <source>Only messages of %1</source>
        <translation>Nur Nachrichten von %1</translation>
    </message>
    <message numerus="yes">
        <source>Cancel %Ln waiting messages</source>
        <translation>
            <numerusform>%Ln wartende Nachricht abbrechen</numerusform>
            <numerusform>%Ln wartende Nachrichten abbrechen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln messages cancelled.</source>
        <translation>
            <numerusform>%Ln Nachricht abgebrochen.</numerusform>
            <numerusform>%Ln Nachrichten abgebrochen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Send this message again?</source>
        <translation>Diese Nachricht noch einmal senden?</translation>
    </message>
    <message>
        <source>If the first one did arrive after all, the person gets it twice and it is paid twice.</source>
        <translation>Kam die erste doch an, bekommt die Person sie zweimal, und sie wird zweimal bezahlt.</translation>
    </message>
    <message>
        <source>Send 1 message again</source>
        <translation>1 Nachricht noch einmal senden</translation>
    </message>
    <message>
        <source>The message is sent again.</source>
        <translation>Die Nachricht wird noch einmal gesendet.</translation>
    </message>
</context>
<context>
    <name>gui::PageHeader</name>
    <message>
        <source>More actions</source>
        <translation>Weitere Aktionen</translation>
    </message>
</context>
<context>
    <name>gui::PaletteText</name>
    <message>
        <source>Contact</source>
        <translation>Kontakt</translation>
    </message>
    <message>
        <source>Contact · %1</source>
        <translation>Kontakt · %1</translation>
    </message>
    <message>
        <source>Template</source>
        <translation>Vorlage</translation>
    </message>
    <message>
        <source>Campaign</source>
        <translation>Kampagne</translation>
    </message>
    <message>
        <source>Messages to %1</source>
        <translation>Nachrichten an %1</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Nachrichten</translation>
    </message>
</context>
<context>
    <name>gui::ShortcutsDialog</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Find anything, or do anything</source>
        <translation>Alles finden, alles tun</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>Go to a page</source>
        <translation>Zu einer Seite gehen</translation>
    </message>
    <message>
        <source>New on this page</source>
        <translation>Neu auf dieser Seite</translation>
    </message>
    <message>
        <source>Search on this page</source>
        <translation>Auf dieser Seite suchen</translation>
    </message>
    <message>
        <source>Open the details of a row</source>
        <translation>Details einer Zeile öffnen</translation>
    </message>
    <message>
        <source>Close the details</source>
        <translation>Details schließen</translation>
    </message>
    <message>
        <source>Copy the selected rows</source>
        <translation>Die gewählten Zeilen kopieren</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Umbenennen</translation>
    </message>
    <message>
        <source>Delete, with undo</source>
        <translation>Löschen, mit Rückgängig</translation>
    </message>
    <message>
        <source>Stop all sending at once</source>
        <translation>Allen Versand sofort anhalten</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
</context>
<context>
    <name>gui::Sidebar</name>
    <message>
        <source>Fold the sidebar</source>
        <translation>Seitenleiste einklappen</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
    <message>
        <source>%1 (demo)</source>
        <comment>name of the workspace</comment>
        <translation>%1 (Demo)</translation>
    </message>
    <message>
        <source>Unfold the sidebar</source>
        <translation>Seitenleiste ausklappen</translation>
    </message>
</context>
<context>
    <name>gui::StatusStrip</name>
    <message>
        <source>Engine status</source>
        <translation>Zustand des Versands</translation>
    </message>
    <message>
        <source>Engine is not running</source>
        <translation>Versand läuft nicht</translation>
    </message>
    <message numerus="yes">
        <source>Stopping: %Ln answers are awaited</source>
        <translation>
            <numerusform>Hält an: %Ln Antwort steht aus</numerusform>
            <numerusform>Hält an: %Ln Antworten stehen aus</numerusform>
        </translation>
    </message>
    <message>
        <source>Sending is stopped</source>
        <translation>Versand ist angehalten</translation>
    </message>
    <message>
        <source>Sending</source>
        <translation>Sendet</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Bereit</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Stop sending</source>
        <translation>Versand anhalten</translation>
    </message>
    <message>
        <source>%1 waiting</source>
        <translation>%1 warten</translation>
    </message>
    <message>
        <source>%1 in doubt</source>
        <translation>%1 ungewiss</translation>
    </message>
    <message>
        <source>Show the messages that may or may not have been sent</source>
        <translation>Die Nachrichten zeigen, bei denen offen ist, ob sie gesendet wurden</translation>
    </message>
    <message>
        <source>Problem: %1</source>
        <translation>Problem: %1</translation>
    </message>
</context>
<context>
    <name>gui::Storyline</name>
    <message>
        <source>Attempt %1: handed to %2, no answer yet</source>
        <translation>Versuch %1: an %2 übergeben, noch keine Antwort</translation>
    </message>
    <message>
        <source>Attempt %1: %2 took the message</source>
        <translation>Versuch %1: %2 hat die Nachricht angenommen</translation>
    </message>
    <message>
        <source>Attempt %1: %2 refused the message</source>
        <translation>Versuch %1: %2 hat die Nachricht abgelehnt</translation>
    </message>
    <message>
        <source>Attempt %1: %2 asked to slow down</source>
        <translation>Versuch %1: %2 bat um langsameres Tempo</translation>
    </message>
    <message>
        <source>Attempt %1: %2 could not be reached</source>
        <translation>Versuch %1: %2 war nicht erreichbar</translation>
    </message>
    <message>
        <source>Attempt %1: no answer from %2</source>
        <translation>Versuch %1: keine Antwort von %2</translation>
    </message>
    <message>
        <source>Provider: “%1”</source>
        <translation>Anbieter: „%1“</translation>
    </message>
    <message>
        <source>Provider&apos;s code %1</source>
        <translation>Code des Anbieters: %1</translation>
    </message>
    <message>
        <source>Provider: “%1” (code %2)</source>
        <translation>Anbieter: „%1“ (Code %2)</translation>
    </message>
    <message>
        <source>asked the provider</source>
        <translation>beim Anbieter erfragt</translation>
    </message>
    <message>
        <source>told by the provider</source>
        <translation>vom Anbieter gemeldet</translation>
    </message>
    <message>
        <source>found in the provider&apos;s records</source>
        <translation>in den Aufzeichnungen gefunden</translation>
    </message>
    <message>
        <source>a person</source>
        <translation>von Hand</translation>
    </message>
    <message>
        <source>the provider&apos;s answer</source>
        <translation>Antwort des Anbieters</translation>
    </message>
    <message>
        <source>Heliograph</source>
        <translation>Heliograph</translation>
    </message>
    <message>
        <source>Template %1</source>
        <translation>Vorlage %1</translation>
    </message>
    <message>
        <source>Left out: %1</source>
        <translation>Ausgelassen: %1</translation>
    </message>
    <message>
        <source>checks</source>
        <translation>Prüfungen</translation>
    </message>
    <message>
        <source>All checks passed</source>
        <translation>Alle Prüfungen bestanden</translation>
    </message>
    <message>
        <source>Address, opt-outs, quiet hours, hourly limit, same text</source>
        <translation>Adresse, Abmeldungen, Ruhezeit, Stundengrenze, gleicher Text</translation>
    </message>
    <message>
        <source>HTTP %1</source>
        <translation>HTTP %1</translation>
    </message>
    <message>
        <source>By the provider&apos;s clock at %1</source>
        <translation>Nach der Uhr des Anbieters: %1</translation>
    </message>
    <message>
        <source>Is to leave</source>
        <translation>Soll hinausgehen</translation>
    </message>
    <message>
        <source>Waits: %1</source>
        <translation>Wartet: %1</translation>
    </message>
    <message>
        <source>to come</source>
        <translation>steht bevor</translation>
    </message>
    <message>
        <source>Is given up if it has not left by then</source>
        <translation>Wird aufgegeben, wenn sie bis dahin nicht hinaus ist</translation>
    </message>
    <message>
        <source>In doubt: %1</source>
        <translation>Ungewiss: %1</translation>
    </message>
    <message>
        <source>The provider is asked again</source>
        <translation>Der Anbieter wird wieder gefragt</translation>
    </message>
    <message>
        <source>Written for a campaign</source>
        <translation>Für eine Kampagne geschrieben</translation>
    </message>
    <message>
        <source>Written for the campaign %1</source>
        <translation>Für die Kampagne %1 geschrieben</translation>
    </message>
    <message>
        <source>Written as a test message</source>
        <translation>Als Testnachricht geschrieben</translation>
    </message>
    <message>
        <source>Written by an automation</source>
        <translation>Von einer Automation geschrieben</translation>
    </message>
    <message>
        <source>Asked for through the API</source>
        <translation>Über die API angefordert</translation>
    </message>
    <message>
        <source>Written by a person</source>
        <translation>Von Hand geschrieben</translation>
    </message>
</context>
<context>
    <name>gui::Timeline</name>
    <message>
        <source>Timeline</source>
        <translation>Zeitleiste</translation>
    </message>
</context>
<context>
    <name>gui::Toast</name>
    <message>
        <source>Dismiss</source>
        <translation>Ausblenden</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
</context>
<context>
    <name>gui::Tray</name>
    <message>
        <source>Open Heliograph</source>
        <translation>Heliograph öffnen</translation>
    </message>
    <message>
        <source>Stop sending</source>
        <translation>Versand anhalten</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Resume sending</source>
        <translation>Versand fortsetzen</translation>
    </message>
    <message>
        <source>Heliograph: %1 messages waiting</source>
        <translation>Heliograph: %1 Nachrichten warten</translation>
    </message>
    <message>
        <source>Heliograph</source>
        <translation>Heliograph</translation>
    </message>
</context>
<context>
    <name>gui::Wizard</name>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>Zusammenfassung</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Step %1: %2</source>
        <translation>Schritt %1: %2</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>Fertigstellen</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Throw away what you entered?</source>
        <translation>Eingaben verwerfen?</translation>
    </message>
    <message>
        <source>Nothing has been saved yet.</source>
        <translation>Es wurde noch nichts gespeichert.</translation>
    </message>
    <message>
        <source>Throw away</source>
        <translation>Verwerfen</translation>
    </message>
</context>
<context>
    <name>gui::Words</name>
    <message>
        <source>Planned</source>
        <translation>Geplant</translation>
    </message>
    <message>
        <source>Queued</source>
        <translation>Eingereiht</translation>
    </message>
    <message>
        <source>Sending</source>
        <translation>Wird gesendet</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>Angenommen</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Gesendet</translation>
    </message>
    <message>
        <source>Delivered</source>
        <translation>Zugestellt</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Gelesen</translation>
    </message>
    <message>
        <source>Undelivered</source>
        <translation>Unzustellbar</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <source>In doubt</source>
        <translation>Ungewiss</translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation>Ausgelassen</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Abgebrochen</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>Verfallen</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>Entwurf</translation>
    </message>
    <message>
        <source>Scheduled</source>
        <translation>Geplant</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Pausiert</translation>
    </message>
    <message>
        <source>Completed</source>
        <translation>Abgeschlossen</translation>
    </message>
    <message>
        <source>SMS</source>
        <translation>SMS</translation>
    </message>
    <message>
        <source>WhatsApp</source>
        <translation>WhatsApp</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>Authentication</source>
        <translation>Anmeldung</translation>
    </message>
    <message>
        <source>Transactional</source>
        <translation>Geschäftlich</translation>
    </message>
    <message>
        <source>Marketing</source>
        <translation>Werbung</translation>
    </message>
</context>
</TS>
