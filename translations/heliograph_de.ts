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
    <name>app::Announcer</name>
    <message>
        <source>%1 sent</source>
        <translation>%1 gesendet</translation>
    </message>
    <message>
        <source>%1 delivered so far</source>
        <translation>%1 bisher zugestellt</translation>
    </message>
    <message>
        <source>%1 delivered</source>
        <translation>%1 zugestellt</translation>
    </message>
    <message>
        <source>%1 failed</source>
        <translation>%1 fehlgeschlagen</translation>
    </message>
    <message>
        <source>%1 in doubt</source>
        <translation>%1 ungewiss</translation>
    </message>
    <message>
        <source>“%1” is sent</source>
        <translation>„%1“ ist versandt</translation>
    </message>
    <message>
        <source>%1 sends nothing now</source>
        <translation>%1 sendet jetzt nichts</translation>
    </message>
</context>
<context>
    <name>app::Desktop</name>
    <message>
        <source>Opening %1…</source>
        <translation>%1 wird geöffnet …</translation>
    </message>
    <message>
        <source>Creating %1…</source>
        <translation>%1 wird angelegt …</translation>
    </message>
    <message>
        <source>Preparing the demo…</source>
        <translation>Die Demo wird vorbereitet …</translation>
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
    <name>gui::AccountField</name>
    <message>
        <source>Not set</source>
        <translation>Nicht gesetzt</translation>
    </message>
</context>
<context>
    <name>gui::AddressChecks</name>
    <message>
        <source>gets no texts</source>
        <translation>erhält keine SMS</translation>
    </message>
    <message>
        <source>mobile</source>
        <translation>Mobil</translation>
    </message>
    <message>
        <source>The number has too many digits.</source>
        <translation>Die Nummer hat zu viele Ziffern.</translation>
    </message>
    <message>
        <source>A number has no letters in it.</source>
        <translation>In einer Nummer stehen keine Buchstaben.</translation>
    </message>
    <message>
        <source>There are several numbers here. Keep one.</source>
        <translation>Hier stehen mehrere Nummern. Behalten Sie eine.</translation>
    </message>
    <message>
        <source>This is not a phone number.</source>
        <translation>Das ist keine Telefonnummer.</translation>
    </message>
    <message>
        <source>Begin with + and the country&apos;s code, as in +44, or choose the country.</source>
        <translation>Beginnen Sie mit + und der Ländervorwahl, etwa +44, oder wählen Sie das Land.</translation>
    </message>
    <message>
        <source>The number is too short.</source>
        <translation>Die Nummer ist zu kurz.</translation>
    </message>
    <message>
        <source>There is no such number in its country.</source>
        <translation>Eine solche Nummer gibt es in ihrem Land nicht.</translation>
    </message>
    <message>
        <source>The area code is missing.</source>
        <translation>Die Ortsvorwahl fehlt.</translation>
    </message>
</context>
<context>
    <name>gui::AppearanceSection</name>
    <message>
        <source>System</source>
        <translation>System</translation>
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
        <source>Language and appearance</source>
        <translation>Sprache und Erscheinungsbild</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Erscheinungsbild</translation>
    </message>
    <message>
        <source>The window speaks it from the next start on.</source>
        <translation>Das Fenster spricht sie ab dem nächsten Start.</translation>
    </message>
</context>
<context>
    <name>gui::AttachmentBar</name>
    <message>
        <source>“%1” is not attached: its name is too long or holds characters no file name may have.</source>
        <translation>„%1“ wird nicht angehängt: Der Name ist zu lang oder enthält Zeichen, die kein Dateiname haben darf.</translation>
    </message>
    <message>
        <source>“%1” is not attached: there is nothing in it.</source>
        <translation>„%1“ wird nicht angehängt: Die Datei ist leer.</translation>
    </message>
    <message>
        <source>“%1” is not attached: mail servers refuse files of this kind, because they can run as programs. Put a PDF or a link in its place.</source>
        <translation>„%1“ wird nicht angehängt: Mailserver weisen Dateien dieser Art ab, weil sie als Programm laufen können. Nehmen Sie stattdessen ein PDF oder einen Link.</translation>
    </message>
    <message>
        <source>“%1” is not attached: the mail has a file of this name already.</source>
        <translation>„%1“ wird nicht angehängt: Die E-Mail hat schon eine Datei mit diesem Namen.</translation>
    </message>
    <message numerus="yes">
        <source>“%1” is not attached: a mail takes %Ln files.</source>
        <translation>
            <numerusform>„%1“ wird nicht angehängt: Eine E-Mail nimmt %Ln Datei.</numerusform>
            <numerusform>„%1“ wird nicht angehängt: Eine E-Mail nimmt %Ln Dateien.</numerusform>
        </translation>
    </message>
    <message>
        <source>“%1” is not attached: all files together may have %2 as sent, which is about a third more than on the disk. The limit is in Settings.</source>
        <translation>„%1“ wird nicht angehängt: Alle Dateien zusammen dürfen beim Versand %2 haben, das ist etwa ein Drittel mehr als auf der Platte. Die Grenze steht in den Einstellungen.</translation>
    </message>
    <message>
        <source>Attach a file</source>
        <translation>Datei anhängen</translation>
    </message>
    <message>
        <source>Or drop files on the editor</source>
        <translation>Oder Dateien auf den Editor ziehen</translation>
    </message>
    <message>
        <source>“%1” is not attached: %2</source>
        <translation>„%1“ wird nicht angehängt: %2</translation>
    </message>
    <message>
        <source>Attach files</source>
        <translation>Dateien anhängen</translation>
    </message>
    <message>
        <source>Attach</source>
        <translation>Anhängen</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>file and its size</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Remove %1 from the mail</source>
        <translation>%1 aus der E-Mail entfernen</translation>
    </message>
    <message>
        <source>up to %1</source>
        <translation>bis zu %1</translation>
    </message>
    <message>
        <source>%1 of %2 as sent</source>
        <translation>%1 von %2 beim Versand</translation>
    </message>
</context>
<context>
    <name>gui::AttributeRows</name>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>Add attribute</source>
        <translation>Merkmal hinzufügen</translation>
    </message>
    <message>
        <source>Remove this attribute</source>
        <translation>Dieses Merkmal entfernen</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Name of the attribute</source>
        <translation>Name des Merkmals</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Value of the attribute</source>
        <translation>Wert des Merkmals</translation>
    </message>
</context>
<context>
    <name>gui::AudiencePreview</name>
    <message>
        <source>Show them all</source>
        <translation>Alle zeigen</translation>
    </message>
    <message>
        <source>Contacts in it</source>
        <translation>Kontakte darin</translation>
    </message>
    <message>
        <source>Some of them</source>
        <translation>Einige davon</translation>
    </message>
    <message>
        <source>Some contacts of this segment</source>
        <translation>Einige Kontakte dieses Segments</translation>
    </message>
    <message numerus="yes">
        <source>%Ln contacts</source>
        <translation>
            <numerusform>%Ln Kontakt</numerusform>
            <numerusform>%Ln Kontakte</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>Niemand</translation>
    </message>
</context>
<context>
    <name>gui::AudienceStep</name>
    <message>
        <source>Audience</source>
        <translation>Zielgruppe</translation>
    </message>
    <message>
        <source>Name of the campaign</source>
        <translation>Name der Kampagne</translation>
    </message>
    <message>
        <source>Only you see it, in lists and reports.</source>
        <translation>Nur Sie sehen ihn, in Listen und Berichten.</translation>
    </message>
    <message>
        <source>Give the campaign a name.</source>
        <translation>Geben Sie der Kampagne einen Namen.</translation>
    </message>
    <message>
        <source>Who gets it</source>
        <translation>Wer sie erhält</translation>
    </message>
    <message>
        <source>People who opted out or have no usable address are left out by themselves; the review says how many.</source>
        <translation>Wer abgemeldet ist oder keine brauchbare Adresse hat, wird von selbst ausgelassen; die Prüfung sagt, wie viele es sind.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln contacts</source>
        <translation>
            <numerusform>%Ln Kontakt</numerusform>
            <numerusform>%Ln Kontakte</numerusform>
        </translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
</context>
<context>
    <name>gui::BodyEdit</name>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Completions</source>
        <translation>Vervollständigungen</translation>
    </message>
</context>
<context>
    <name>gui::BubbleList</name>
    <message>
        <source>Conversation</source>
        <translation>Unterhaltung</translation>
    </message>
    <message>
        <source>Open link</source>
        <translation>Link öffnen</translation>
    </message>
    <message>
        <source>Copy link</source>
        <translation>Link kopieren</translation>
    </message>
    <message>
        <source>Copy text</source>
        <translation>Text kopieren</translation>
    </message>
</context>
<context>
    <name>gui::BubbleView</name>
    <message>
        <source>written by the phone</source>
        <translation>vom Telefon geschrieben</translation>
    </message>
    <message>
        <source>delivered</source>
        <translation>zugestellt</translation>
    </message>
    <message>
        <source>not delivered</source>
        <translation>nicht zugestellt</translation>
    </message>
    <message>
        <source>on its way</source>
        <translation>unterwegs</translation>
    </message>
    <message>
        <source>The phone: %1, %2</source>
        <translation>Das Telefon: %1, %2</translation>
    </message>
    <message>
        <source>To the phone: %1, %2</source>
        <translation>An das Telefon: %1, %2</translation>
    </message>
    <message>
        <source>To the mailbox: %1, %2</source>
        <translation>An das Postfach: %1, %2</translation>
    </message>
</context>
<context>
    <name>gui::CampaignActions</name>
    <message>
        <source>&apos;%1&apos; is paused. What waits is kept.</source>
        <translation>„%1“ ist pausiert. Was wartet, bleibt erhalten.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; goes on.</source>
        <translation>„%1“ geht weiter.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln messages that still wait will not be sent.</source>
        <translation>
            <numerusform>%Ln wartende Nachricht wird nicht gesendet.</numerusform>
            <numerusform>%Ln wartende Nachrichten werden nicht gesendet.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nobody who has not got it yet will get it.</source>
        <translation>Wer sie noch nicht hat, erhält sie nicht.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln messages have left already and cannot be called back.</source>
        <translation>
            <numerusform>%Ln Nachricht ist schon hinausgegangen und lässt sich nicht zurückholen.</numerusform>
            <numerusform>%Ln Nachrichten sind schon hinausgegangen und lassen sich nicht zurückholen.</numerusform>
        </translation>
    </message>
    <message>
        <source>A cancelled campaign cannot be resumed; it can be duplicated.</source>
        <translation>Eine abgebrochene Kampagne lässt sich nicht fortsetzen, aber duplizieren.</translation>
    </message>
    <message>
        <source>Cancel &apos;%1&apos;?</source>
        <translation>„%1“ abbrechen?</translation>
    </message>
    <message numerus="yes">
        <source>Cancel %Ln waiting messages</source>
        <translation>
            <numerusform>%Ln wartende Nachricht abbrechen</numerusform>
            <numerusform>%Ln wartende Nachrichten abbrechen</numerusform>
        </translation>
    </message>
    <message>
        <source>Cancel campaign</source>
        <translation>Kampagne abbrechen</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is cancelled.</source>
        <translation>„%1“ ist abgebrochen.</translation>
    </message>
    <message>
        <source>Each of them is sent once more and paid for once more.</source>
        <translation>Jede davon wird noch einmal gesendet und noch einmal bezahlt.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln messages in doubt are not among them.</source>
        <translation>
            <numerusform>%Ln ungewisse Nachricht ist nicht dabei.</numerusform>
            <numerusform>%Ln ungewisse Nachrichten sind nicht dabei.</numerusform>
        </translation>
    </message>
    <message>
        <source>Send the failed messages of &apos;%1&apos; again?</source>
        <translation>Die fehlgeschlagenen Nachrichten von „%1“ noch einmal senden?</translation>
    </message>
    <message numerus="yes">
        <source>Send %Ln messages again</source>
        <translation>
            <numerusform>%Ln Nachricht noch einmal senden</numerusform>
            <numerusform>%Ln Nachrichten noch einmal senden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln messages are sent again.</source>
        <translation>
            <numerusform>%Ln Nachricht wird noch einmal gesendet.</numerusform>
            <numerusform>%Ln Nachrichten werden noch einmal gesendet.</numerusform>
        </translation>
    </message>
    <message>
        <source>A copy was made as a draft.</source>
        <translation>Eine Kopie wurde als Entwurf angelegt.</translation>
    </message>
    <message>
        <source>Delete the draft &apos;%1&apos;?</source>
        <translation>Den Entwurf „%1“ löschen?</translation>
    </message>
    <message>
        <source>Nothing of it was sent. This cannot be undone.</source>
        <translation>Nichts davon wurde gesendet. Das lässt sich nicht rückgängig machen.</translation>
    </message>
    <message>
        <source>Delete draft</source>
        <translation>Entwurf löschen</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is deleted.</source>
        <translation>„%1“ ist gelöscht.</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Bearbeiten</translation>
    </message>
    <message>
        <source>Review and launch</source>
        <translation>Prüfen und starten</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
    <message numerus="yes">
        <source>Send %Ln failed messages again</source>
        <translation>
            <numerusform>%Ln fehlgeschlagene Nachricht noch einmal senden</numerusform>
            <numerusform>%Ln fehlgeschlagene Nachrichten noch einmal senden</numerusform>
        </translation>
    </message>
    <message>
        <source>Show its messages</source>
        <translation>Ihre Nachrichten zeigen</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Duplizieren</translation>
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
    <name>gui::CampaignProgress</name>
    <message>
        <source>All campaigns</source>
        <translation>Alle Kampagnen</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Cancel campaign</source>
        <translation>Kampagne abbrechen</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Alle zeigen</translation>
    </message>
    <message>
        <source>Why not</source>
        <translation>Warum nicht</translation>
    </message>
    <message>
        <source>Show these messages</source>
        <translation>Diese Nachrichten zeigen</translation>
    </message>
    <message>
        <source>Messages a second</source>
        <translation>Nachrichten je Sekunde</translation>
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
        <source>Show all messages of this campaign</source>
        <translation>Alle Nachrichten dieser Kampagne zeigen</translation>
    </message>
    <message numerus="yes">
        <source>Send %Ln failed again</source>
        <translation>
            <numerusform>%Ln fehlgeschlagene noch einmal senden</numerusform>
            <numerusform>%Ln fehlgeschlagene noch einmal senden</numerusform>
        </translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>launched %1</source>
        <translation>gestartet %1</translation>
    </message>
    <message>
        <source>starts %1</source>
        <translation>beginnt %1</translation>
    </message>
    <message>
        <source>%1 so far</source>
        <translation>%1 bisher</translation>
    </message>
    <message>
        <source>%1 of %2 handled</source>
        <translation>%1 von %2 bearbeitet</translation>
    </message>
    <message>
        <source>%1 handled, recipients are still added</source>
        <translation>%1 bearbeitet, Empfänger kommen noch hinzu</translation>
    </message>
    <message>
        <source>%1 · %2 left</source>
        <translation>%1 · noch %2</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>wartet</translation>
    </message>
    <message>
        <source>among the newest %1</source>
        <translation>unter den neuesten %1</translation>
    </message>
    <message>
        <source>Show the messages that failed or were left out</source>
        <translation>Die fehlgeschlagenen und ausgelassenen Nachrichten zeigen</translation>
    </message>
    <message>
        <source>Last sent</source>
        <translation>Zuletzt gesendet</translation>
    </message>
    <message>
        <source>waiting: %1, goes on %2</source>
        <comment>reason and time</comment>
        <translation>wartet: %1, weiter %2</translation>
    </message>
</context>
<context>
    <name>gui::CampaignTable</name>
    <message>
        <source>Untitled campaign</source>
        <translation>Kampagne ohne Namen</translation>
    </message>
    <message>
        <source>%1 of %2 messages handled</source>
        <translation>%1 von %2 Nachrichten bearbeitet</translation>
    </message>
    <message>
        <source>and %1</source>
        <translation>und %1</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Recipients</source>
        <translation>Empfänger</translation>
    </message>
    <message>
        <source>Delivered</source>
        <translation>Zugestellt</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>In doubt</source>
        <translation>Ungewiss</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Kosten</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Beginn</translation>
    </message>
    <message>
        <source>Template</source>
        <translation>Vorlage</translation>
    </message>
    <message>
        <source>Audience</source>
        <translation>Zielgruppe</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>Kanal</translation>
    </message>
</context>
<context>
    <name>gui::CampaignText</name>
    <message numerus="yes">
        <source>%Ln messages</source>
        <translation>
            <numerusform>%Ln Nachricht</numerusform>
            <numerusform>%Ln Nachrichten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln people</source>
        <translation>
            <numerusform>%Ln Person</numerusform>
            <numerusform>%Ln Personen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Send to %Ln people</source>
        <translation>
            <numerusform>An %Ln Person senden</numerusform>
            <numerusform>An %Ln Personen senden</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 a minute</source>
        <translation>%1 je Minute</translation>
    </message>
    <message>
        <source>as fast as allowed</source>
        <translation>so schnell wie erlaubt</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>day and time</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>ddd d MMM</source>
        <comment>day in a sentence</comment>
        <translation>ddd d. MMM</translation>
    </message>
    <message numerus="yes">
        <source>%Ln people are left out.</source>
        <translation>
            <numerusform>%Ln Person wird ausgelassen.</numerusform>
            <numerusform>%Ln Personen werden ausgelassen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nobody would get this message.</source>
        <translation>Niemand würde diese Nachricht erhalten.</translation>
    </message>
    <message>
        <source>about %1</source>
        <translation>etwa %1</translation>
    </message>
    <message>
        <source>%1, price unknown</source>
        <comment>1,377 segments, price unknown</comment>
        <translation>%1, Preis unbekannt</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>1,377 segments, about $10.33</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Send %1 (%2) from now, done by %3.</source>
        <translation>Sendet %1 (%2) ab sofort, fertig bis %3.</translation>
    </message>
    <message>
        <source>Send %1 (%2) from %3, done by %4.</source>
        <translation>Sendet %1 (%2) ab %3, fertig bis %4.</translation>
    </message>
    <message>
        <source>Send %1 (%2) from now.</source>
        <translation>Sendet %1 (%2) ab sofort.</translation>
    </message>
    <message>
        <source>Send %1 (%2) from %3.</source>
        <translation>Sendet %1 (%2) ab %3.</translation>
    </message>
</context>
<context>
    <name>gui::CampaignWizard</name>
    <message>
        <source>Edit campaign</source>
        <translation>Kampagne bearbeiten</translation>
    </message>
    <message>
        <source>New campaign</source>
        <translation>Neue Kampagne</translation>
    </message>
    <message>
        <source>Save as draft</source>
        <translation>Als Entwurf speichern</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Senden</translation>
    </message>
</context>
<context>
    <name>gui::CampaignsPage</name>
    <message>
        <source>Campaigns</source>
        <translation>Kampagnen</translation>
    </message>
    <message>
        <source>A campaign sends one message to many people.</source>
        <translation>Eine Kampagne sendet eine Nachricht an viele Menschen.</translation>
    </message>
    <message>
        <source>Choose who gets it, which template, and when. Before anything leaves you see how many get it, what it costs and who is left out.</source>
        <translation>Wählen Sie, wer sie erhält, welche Vorlage und wann. Bevor etwas hinausgeht, sehen Sie, wie viele sie erhalten, was es kostet und wer ausgelassen wird.</translation>
    </message>
    <message>
        <source>No campaign fits this filter.</source>
        <translation>Keine Kampagne passt zu diesem Filter.</translation>
    </message>
    <message>
        <source>Remove the filter or look for another name.</source>
        <translation>Entfernen Sie den Filter oder suchen Sie einen anderen Namen.</translation>
    </message>
    <message>
        <source>New campaign</source>
        <translation>Neue Kampagne</translation>
    </message>
    <message>
        <source>Search campaigns</source>
        <translation>Kampagnen suchen</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Clear all filters</source>
        <translation>Alle Filter entfernen</translation>
    </message>
    <message>
        <source>Saved as a draft.</source>
        <translation>Als Entwurf gespeichert.</translation>
    </message>
    <message numerus="yes">
        <source>Launched to %Ln people.</source>
        <translation>
            <numerusform>An %Ln Person gestartet.</numerusform>
            <numerusform>An %Ln Personen gestartet.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gui::Choices</name>
    <message>
        <source>%1 (%2)</source>
        <comment>a language and its country</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <comment>a date in a form</comment>
        <translation>d. MMM yyyy</translation>
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
    <name>gui::ConditionBuilder</name>
    <message>
        <source>How the condition is shown</source>
        <translation>Wie die Bedingung gezeigt wird</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Zeilen</translation>
    </message>
    <message>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
    <message>
        <source>Expression</source>
        <translation>Ausdruck</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>A condition has no value yet.</source>
        <translation>Eine Bedingung hat noch keinen Wert.</translation>
    </message>
</context>
<context>
    <name>gui::ConditionDialog</name>
    <message>
        <source>Show these contacts</source>
        <translation>Diese Kontakte zeigen</translation>
    </message>
    <message>
        <source>Save as a segment</source>
        <translation>Als Segment sichern</translation>
    </message>
    <message>
        <source>Filter contacts</source>
        <translation>Kontakte filtern</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>gui::ConditionEdit</name>
    <message>
        <source>Condition as JSON</source>
        <translation>Bedingung als JSON</translation>
    </message>
    <message>
        <source>Condition as an expression</source>
        <translation>Bedingung als Ausdruck</translation>
    </message>
    <message>
        <source>Completions</source>
        <translation>Vervollständigungen</translation>
    </message>
</context>
<context>
    <name>gui::ConditionWords</name>
    <message>
        <source>Own number</source>
        <translation>Eigene Nummer</translation>
    </message>
    <message>
        <source>Person or company</source>
        <translation>Person oder Firma</translation>
    </message>
    <message>
        <source>First name</source>
        <translation>Vorname</translation>
    </message>
    <message>
        <source>Last name</source>
        <translation>Nachname</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>Firma</translation>
    </message>
    <message>
        <source>Shown as</source>
        <translation>Angezeigt als</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>Zeitzone</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>Land</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Gruppe</translation>
    </message>
    <message>
        <source>Territory</source>
        <translation>Gebiet</translation>
    </message>
    <message>
        <source>VIP</source>
        <translation>VIP</translation>
    </message>
    <message>
        <source>Lead source</source>
        <translation>Herkunft</translation>
    </message>
    <message>
        <source>Lead stage</source>
        <translation>Vertriebsstufe</translation>
    </message>
    <message>
        <source>Loyalty tier</source>
        <translation>Treuestufe</translation>
    </message>
    <message>
        <source>Birthday</source>
        <translation>Geburtstag</translation>
    </message>
    <message>
        <source>Anniversary</source>
        <translation>Jahrestag</translation>
    </message>
    <message>
        <source>Customer since</source>
        <translation>Kunde seit</translation>
    </message>
    <message>
        <source>Last purchase</source>
        <translation>Letzter Kauf</translation>
    </message>
    <message>
        <source>Amount of the last purchase</source>
        <translation>Betrag des letzten Kaufs</translation>
    </message>
    <message>
        <source>Do not disturb</source>
        <translation>Nicht stören</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notizen</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Schlagwörter</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>Hinzugefügt</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Geändert</translation>
    </message>
    <message>
        <source>Phone for texts</source>
        <translation>Telefon für SMS</translation>
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
        <source>Has a phone for texts</source>
        <translation>Hat ein Telefon für SMS</translation>
    </message>
    <message>
        <source>Has WhatsApp</source>
        <translation>Hat WhatsApp</translation>
    </message>
    <message>
        <source>Has an e-mail address</source>
        <translation>Hat eine E-Mail-Adresse</translation>
    </message>
    <message>
        <source>There is no field “%1”.</source>
        <translation>Ein Feld „%1“ gibt es nicht.</translation>
    </message>
    <message>
        <source>“%1” is not known here. Fields begin with doc, as in doc.territory.</source>
        <translation>„%1“ ist hier unbekannt. Felder beginnen mit doc, wie in doc.territory.</translation>
    </message>
    <message>
        <source>There is no function “%1”.</source>
        <translation>Eine Funktion „%1“ gibt es nicht.</translation>
    </message>
    <message>
        <source>“%1” cannot stand behind a point here.</source>
        <translation>„%1“ kann hier nicht hinter einem Punkt stehen.</translation>
    </message>
    <message>
        <source>There is no test “%1”.</source>
        <translation>Eine Prüfung „%1“ gibt es nicht.</translation>
    </message>
    <message>
        <source>This character has no meaning here.</source>
        <translation>Dieses Zeichen bedeutet hier nichts.</translation>
    </message>
    <message>
        <source>“%1” has no meaning here.</source>
        <translation>„%1“ bedeutet hier nichts.</translation>
    </message>
    <message>
        <source>This text in quotes is not closed, or holds an escape that is not known.</source>
        <translation>Dieser Text in Anführungszeichen ist nicht geschlossen oder enthält eine unbekannte Umschreibung.</translation>
    </message>
    <message>
        <source>This is not a number.</source>
        <translation>Das ist keine Zahl.</translation>
    </message>
    <message>
        <source>Something is missing at the end.</source>
        <translation>Am Ende fehlt etwas.</translation>
    </message>
    <message>
        <source>This cannot stand here.</source>
        <translation>Das kann hier nicht stehen.</translation>
    </message>
    <message>
        <source>These two cannot be compared: they are of different kinds.</source>
        <translation>Diese beiden lassen sich nicht vergleichen: Sie sind von verschiedener Art.</translation>
    </message>
    <message>
        <source>This value does not fit here.</source>
        <translation>Dieser Wert passt hier nicht.</translation>
    </message>
    <message>
        <source>A value is missing or too many between the parentheses.</source>
        <translation>Zwischen den Klammern fehlt ein Wert oder ist einer zu viel.</translation>
    </message>
    <message>
        <source>“%1” stands here twice.</source>
        <translation>„%1“ steht hier zweimal.</translation>
    </message>
    <message>
        <source>This condition is too long or too deeply nested.</source>
        <translation>Diese Bedingung ist zu lang oder zu tief verschachtelt.</translation>
    </message>
    <message>
        <source>is on</source>
        <translation>ist am</translation>
    </message>
    <message>
        <source>is</source>
        <translation>ist</translation>
    </message>
    <message>
        <source>is not on</source>
        <translation>ist nicht am</translation>
    </message>
    <message>
        <source>is not</source>
        <translation>ist nicht</translation>
    </message>
    <message>
        <source>is before</source>
        <translation>ist vor</translation>
    </message>
    <message>
        <source>is less than</source>
        <translation>ist kleiner als</translation>
    </message>
    <message>
        <source>is on or before</source>
        <translation>ist am oder vor</translation>
    </message>
    <message>
        <source>is at most</source>
        <translation>ist höchstens</translation>
    </message>
    <message>
        <source>is after</source>
        <translation>ist nach</translation>
    </message>
    <message>
        <source>is more than</source>
        <translation>ist größer als</translation>
    </message>
    <message>
        <source>is on or after</source>
        <translation>ist am oder nach</translation>
    </message>
    <message>
        <source>is at least</source>
        <translation>ist mindestens</translation>
    </message>
    <message>
        <source>is between</source>
        <translation>ist zwischen</translation>
    </message>
    <message>
        <source>is one of</source>
        <translation>ist eines von</translation>
    </message>
    <message>
        <source>is none of</source>
        <translation>ist keines von</translation>
    </message>
    <message>
        <source>include</source>
        <translation>enthalten</translation>
    </message>
    <message>
        <source>contains</source>
        <translation>enthält</translation>
    </message>
    <message>
        <source>do not include</source>
        <translation>enthalten nicht</translation>
    </message>
    <message>
        <source>does not contain</source>
        <translation>enthält nicht</translation>
    </message>
    <message>
        <source>begins with</source>
        <translation>beginnt mit</translation>
    </message>
    <message>
        <source>ends with</source>
        <translation>endet mit</translation>
    </message>
    <message>
        <source>is empty</source>
        <translation>ist leer</translation>
    </message>
    <message>
        <source>is not empty</source>
        <translation>ist nicht leer</translation>
    </message>
    <message>
        <source>is not known</source>
        <translation>ist nicht bekannt</translation>
    </message>
    <message>
        <source>is known</source>
        <translation>ist bekannt</translation>
    </message>
    <message>
        <source>has its day in the year</source>
        <translation>jährt sich</translation>
    </message>
    <message>
        <source>All of these</source>
        <translation>Alle davon</translation>
    </message>
    <message>
        <source>Any of these</source>
        <translation>Eines davon</translation>
    </message>
    <message>
        <source>None of these</source>
        <translation>Keines davon</translation>
    </message>
    <message>
        <source>One text in parentheses is a text, not a list: a comma behind it makes it a list of one.</source>
        <translation>Ein Text in Klammern ist ein Text, keine Liste: Ein Komma dahinter macht ihn zu einer Liste mit einem Eintrag.</translation>
    </message>
    <message>
        <source>Did you mean “%1”?</source>
        <translation>Meinten Sie „%1“?</translation>
    </message>
    <message>
        <source>Line %1, column %2: %3</source>
        <translation>Zeile %1, Spalte %2: %3</translation>
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
    <name>gui::ConsentDialog</name>
    <message>
        <source>Everything: nothing at all is sent to it any more</source>
        <translation>Alles: gar nichts wird mehr dorthin gesendet</translation>
    </message>
    <message>
        <source>Everything: all messages may be sent again</source>
        <translation>Alles: alle Nachrichten dürfen wieder gesendet werden</translation>
    </message>
    <message>
        <source>Marketing only: reminders and codes still arrive</source>
        <translation>Nur Werbung: Erinnerungen und Codes kommen weiterhin an</translation>
    </message>
    <message>
        <source>Marketing only</source>
        <translation>Nur Werbung</translation>
    </message>
    <message>
        <source>Opt %1 out of %2?</source>
        <translation>%1 von %2 abmelden?</translation>
    </message>
    <message>
        <source>Opt %1 in to %2 again?</source>
        <translation>%1 wieder für %2 anmelden?</translation>
    </message>
    <message>
        <source>It holds for %1, for every contact with this address, until it is taken back.</source>
        <translation>Es gilt für %1, bei jedem Kontakt mit dieser Adresse, bis es zurückgenommen wird.</translation>
    </message>
    <message>
        <source>Only with the person&apos;s own consent: whoever opted out of messages to %1 must have asked for them again.</source>
        <translation>Nur mit eigener Einwilligung: Wer sich von Nachrichten an %1 abgemeldet hat, muss wieder darum gebeten haben.</translation>
    </message>
    <message>
        <source>How do you know?</source>
        <translation>Woher wissen Sie es?</translation>
    </message>
    <message>
        <source>Kept for good as proof: &apos;asked on the phone on 12 March&apos;, &apos;signed form&apos;.</source>
        <translation>Bleibt als Nachweis für immer erhalten: „am 12. März am Telefon gebeten“, „unterschriebenes Formular“.</translation>
    </message>
    <message>
        <source>An opt-in needs a proof: write down how they asked for it.</source>
        <translation>Eine Anmeldung braucht einen Nachweis: Schreiben Sie auf, wie darum gebeten wurde.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Opt out</source>
        <translation>Abmelden</translation>
    </message>
    <message>
        <source>Opt in</source>
        <translation>Anmelden</translation>
    </message>
</context>
<context>
    <name>gui::ConsentRows</name>
    <message>
        <source>Opt in</source>
        <translation>Anmelden</translation>
    </message>
    <message>
        <source>Opt in to %1</source>
        <translation>Für %1 anmelden</translation>
    </message>
    <message>
        <source>Opt out</source>
        <translation>Abmelden</translation>
    </message>
    <message>
        <source>Opt out of %1</source>
        <translation>Von %1 abmelden</translation>
    </message>
    <message>
        <source>Opted out of everything %1</source>
        <translation>Von allem abgemeldet %1</translation>
    </message>
    <message>
        <source>May be messaged</source>
        <translation>Darf Nachrichten erhalten</translation>
    </message>
    <message>
        <source>Opted out of %1 messages %2</source>
        <translation>Von %1 abgemeldet %2</translation>
    </message>
    <message>
        <source> and </source>
        <translation> und </translation>
    </message>
</context>
<context>
    <name>gui::ContactActions</name>
    <message>
        <source>%1 saved.</source>
        <translation>%1 gespeichert.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln contacts deleted.</source>
        <translation>
            <numerusform>%Ln Kontakt gelöscht.</numerusform>
            <numerusform>%Ln Kontakte gelöscht.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln contacts restored.</source>
        <translation>
            <numerusform>%Ln Kontakt wiederhergestellt.</numerusform>
            <numerusform>%Ln Kontakte wiederhergestellt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln contacts tagged “%1”.</source>
        <translation>
            <numerusform>%Ln Kontakt mit „%1“ versehen.</numerusform>
            <numerusform>%Ln Kontakte mit „%1“ versehen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>“%1” taken off %Ln contacts.</source>
        <translation>
            <numerusform>„%1“ von %Ln Kontakt entfernt.</numerusform>
            <numerusform>„%1“ von %Ln Kontakten entfernt.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 opted out of %2.</source>
        <translation>%1 von %2 abgemeldet.</translation>
    </message>
    <message>
        <source>%1 opted in to %2.</source>
        <translation>%1 für %2 angemeldet.</translation>
    </message>
</context>
<context>
    <name>gui::ContactDetail</name>
    <message>
        <source>%1 · %2 there now</source>
        <translation>%1 · dort ist es %2</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>Consent</source>
        <translation>Einwilligung</translation>
    </message>
    <message>
        <source>Nothing has happened yet.</source>
        <translation>Noch ist nichts geschehen.</translation>
    </message>
    <message>
        <source>Show earlier</source>
        <translation>Früheres zeigen</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Bearbeiten</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Nachrichten</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>F2</source>
        <translation>F2</translation>
    </message>
    <message>
        <source>Show the messages to this contact</source>
        <translation>Die Nachrichten an diesen Kontakt zeigen</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Zeitleiste</translation>
    </message>
    <message>
        <source>VIP</source>
        <translation>VIP</translation>
    </message>
    <message>
        <source>Do not disturb</source>
        <translation>Nicht stören</translation>
    </message>
    <message>
        <source>A landline: it gets no texts</source>
        <translation>Ein Festnetzanschluss: er erhält keine SMS</translation>
    </message>
    <message>
        <source>Cannot be messaged</source>
        <translation>Kann keine Nachrichten erhalten</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Telefon</translation>
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
        <source>Country</source>
        <translation>Land</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>Zeitzone</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Gruppe</translation>
    </message>
    <message>
        <source>Territory</source>
        <translation>Gebiet</translation>
    </message>
    <message>
        <source>Loyalty tier</source>
        <translation>Treuestufe</translation>
    </message>
    <message>
        <source>Lead source</source>
        <translation>Herkunft</translation>
    </message>
    <message>
        <source>Lead stage</source>
        <translation>Vertriebsstufe</translation>
    </message>
    <message>
        <source>Birthday</source>
        <translation>Geburtstag</translation>
    </message>
    <message>
        <source>Anniversary</source>
        <translation>Jahrestag</translation>
    </message>
    <message>
        <source>Customer since</source>
        <translation>Kunde seit</translation>
    </message>
    <message>
        <source>%1 on %2</source>
        <comment>amount and date</comment>
        <translation>%1 am %2</translation>
    </message>
    <message>
        <source>Last purchase</source>
        <translation>Letzter Kauf</translation>
    </message>
    <message>
        <source>Own number</source>
        <translation>Eigene Nummer</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Schlagwörter</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notizen</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>Hinzugefügt</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Geändert</translation>
    </message>
</context>
<context>
    <name>gui::ContactEditor</name>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>New contact</source>
        <translation>Neuer Kontakt</translation>
    </message>
    <message>
        <source>Edit contact</source>
        <translation>Kontakt bearbeiten</translation>
    </message>
    <message>
        <source>Edit %1</source>
        <translation>%1 bearbeiten</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Notes and own attributes</source>
        <translation>Notizen und eigene Merkmale</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notizen</translation>
    </message>
    <message>
        <source>Own attributes</source>
        <translation>Eigene Merkmale</translation>
    </message>
    <message>
        <source>For placeholders and segments, as {shoe_size}.</source>
        <translation>Für Platzhalter und Segmente, etwa {schuhgroesse}.</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>Firma</translation>
    </message>
    <message>
        <source>First name</source>
        <translation>Vorname</translation>
    </message>
    <message>
        <source>Last name</source>
        <translation>Nachname</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Shown as</source>
        <translation>Angezeigt als</translation>
    </message>
    <message>
        <source>Empty: first and last name, else the company.</source>
        <translation>Leer: Vor- und Nachname, sonst die Firma.</translation>
    </message>
    <message>
        <source>With + and the country&apos;s code, or as dialled in the country chosen.</source>
        <translation>Mit + und Ländervorwahl, oder wie im gewählten Land gewählt wird.</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Unbekannt</translation>
    </message>
    <message>
        <source>As the workspace: %1</source>
        <translation>Wie der Arbeitsbereich: %1</translation>
    </message>
    <message>
        <source>As the phone number says</source>
        <translation>Wie die Telefonnummer sagt</translation>
    </message>
    <message>
        <source>Reaching them</source>
        <translation>Erreichbar unter</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>Land</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Phone for texts</source>
        <translation>Telefon für SMS</translation>
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
        <source>This is not an e-mail address such as name@example.com.</source>
        <translation>Das ist keine E-Mail-Adresse wie name@example.com.</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>Zeitzone</translation>
    </message>
    <message>
        <source>Do not disturb: nothing is sent to this contact, on any channel</source>
        <translation>Nicht stören: an diesen Kontakt wird nichts gesendet, auf keinem Kanal</translation>
    </message>
    <message>
        <source>Sorting them</source>
        <translation>Einordnung</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Gruppe</translation>
    </message>
    <message>
        <source>Territory</source>
        <translation>Gebiet</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Schlagwörter</translation>
    </message>
    <message>
        <source>Several with commas between them.</source>
        <translation>Mehrere mit Kommas dazwischen.</translation>
    </message>
    <message>
        <source>Lead source</source>
        <translation>Herkunft</translation>
    </message>
    <message>
        <source>Lead stage</source>
        <translation>Vertriebsstufe</translation>
    </message>
    <message>
        <source>Loyalty tier</source>
        <translation>Treuestufe</translation>
    </message>
    <message>
        <source>Own number</source>
        <translation>Eigene Nummer</translation>
    </message>
    <message>
        <source>Your own id of this contact, as in your other system.</source>
        <translation>Ihre eigene Nummer dieses Kontakts, wie in Ihrem anderen System.</translation>
    </message>
    <message>
        <source>VIP</source>
        <translation>VIP</translation>
    </message>
    <message>
        <source>This is not a date such as %1.</source>
        <translation>Das ist kein Datum wie %1.</translation>
    </message>
    <message>
        <source>Dates and purchases</source>
        <translation>Daten und Käufe</translation>
    </message>
    <message>
        <source>Birthday</source>
        <translation>Geburtstag</translation>
    </message>
    <message>
        <source>Anniversary</source>
        <translation>Jahrestag</translation>
    </message>
    <message>
        <source>Customer since</source>
        <translation>Kunde seit</translation>
    </message>
    <message>
        <source>Last purchase</source>
        <translation>Letzter Kauf</translation>
    </message>
    <message>
        <source>Amount of the last purchase</source>
        <translation>Betrag des letzten Kaufs</translation>
    </message>
    <message>
        <source>This is not an amount such as %1.</source>
        <translation>Das ist kein Betrag wie %1.</translation>
    </message>
    <message>
        <source>A contact needs a name, a company, a number or an e-mail address.</source>
        <translation>Ein Kontakt braucht einen Namen, eine Firma, eine Nummer oder eine E-Mail-Adresse.</translation>
    </message>
    <message>
        <source>Another contact has this number.</source>
        <translation>Ein anderer Kontakt hat diese Nummer.</translation>
    </message>
    <message>
        <source>Throw away your changes?</source>
        <translation>Änderungen verwerfen?</translation>
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
    <name>gui::ContactFilter</name>
    <message>
        <source>Name, company, number or e-mail</source>
        <translation>Name, Firma, Nummer oder E-Mail</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Schlagwort</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Gruppe</translation>
    </message>
    <message>
        <source>Territory</source>
        <translation>Gebiet</translation>
    </message>
    <message>
        <source>Segment</source>
        <translation>Segment</translation>
    </message>
    <message>
        <source>None yet</source>
        <translation>Noch keine</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Find a value</source>
        <translation>Einen Wert suchen</translation>
    </message>
    <message>
        <source>a condition</source>
        <translation>eine Bedingung</translation>
    </message>
    <message>
        <source>A condition of your own…</source>
        <translation>Eine eigene Bedingung …</translation>
    </message>
</context>
<context>
    <name>gui::ContactStory</name>
    <message>
        <source>Message</source>
        <translation>Nachricht</translation>
    </message>
    <message>
        <source>Wrote: stop</source>
        <translation>Schrieb: Stopp</translation>
    </message>
    <message>
        <source>Wrote: start again</source>
        <translation>Schrieb: wieder anmelden</translation>
    </message>
    <message>
        <source>Asked for help</source>
        <translation>Bat um Hilfe</translation>
    </message>
    <message>
        <source>Replied</source>
        <translation>Antwortete</translation>
    </message>
    <message>
        <source>by a reply</source>
        <translation>durch eine Antwort</translation>
    </message>
    <message>
        <source>told by the provider</source>
        <translation>vom Anbieter gemeldet</translation>
    </message>
    <message>
        <source>entered by hand</source>
        <translation>von Hand eingetragen</translation>
    </message>
    <message>
        <source>from an import</source>
        <translation>aus einem Import</translation>
    </message>
    <message>
        <source>Opted out of %1</source>
        <translation>Von %1 abgemeldet</translation>
    </message>
    <message>
        <source>Opted in to %1</source>
        <translation>Für %1 angemeldet</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>„%1“</translation>
    </message>
    <message>
        <source>Contact added</source>
        <translation>Kontakt hinzugefügt</translation>
    </message>
    <message>
        <source>Contact imported</source>
        <translation>Kontakt importiert</translation>
    </message>
    <message>
        <source>Contact restored</source>
        <translation>Kontakt wiederhergestellt</translation>
    </message>
    <message>
        <source>Contact deleted</source>
        <translation>Kontakt gelöscht</translation>
    </message>
    <message>
        <source>Tags changed</source>
        <translation>Schlagwörter geändert</translation>
    </message>
    <message>
        <source>Consent changed</source>
        <translation>Einwilligung geändert</translation>
    </message>
    <message>
        <source>Contact changed</source>
        <translation>Kontakt geändert</translation>
    </message>
</context>
<context>
    <name>gui::ContactTable</name>
    <message>
        <source>VIP</source>
        <translation>VIP</translation>
    </message>
    <message>
        <source>no texts</source>
        <translation>keine SMS</translation>
    </message>
    <message>
        <source>This number cannot get text messages.</source>
        <translation>Diese Nummer kann keine SMS erhalten.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>Firma</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Gruppe</translation>
    </message>
    <message>
        <source>Territory</source>
        <translation>Gebiet</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Telefon</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Schlagwörter</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Geändert</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>Hinzugefügt</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>Land</translation>
    </message>
    <message>
        <source>Own number</source>
        <comment>the business&apos;s own id of a contact</comment>
        <translation>Eigene Nummer</translation>
    </message>
</context>
<context>
    <name>gui::ContactsPage</name>
    <message>
        <source>Contacts</source>
        <translation>Kontakte</translation>
    </message>
    <message>
        <source>No contacts yet.</source>
        <translation>Noch keine Kontakte.</translation>
    </message>
    <message>
        <source>The people you send messages to stand here. Bring them from a file (CSV or TSV, as every program exports it), or enter the first one by hand.</source>
        <translation>Hier stehen die Menschen, denen Sie Nachrichten senden. Holen Sie sie aus einer Datei (CSV oder TSV, wie jedes Programm sie ausgibt) oder tragen Sie den ersten von Hand ein.</translation>
    </message>
    <message>
        <source>No contact fits these filters.</source>
        <translation>Kein Kontakt passt zu diesen Filtern.</translation>
    </message>
    <message>
        <source>Remove a filter, or search for less.</source>
        <translation>Entfernen Sie einen Filter oder suchen Sie nach weniger.</translation>
    </message>
    <message>
        <source>New contact</source>
        <translation>Neuer Kontakt</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Importieren …</translation>
    </message>
    <message>
        <source>Import contacts from a file</source>
        <translation>Kontakte aus einer Datei importieren</translation>
    </message>
    <message>
        <source>Import contacts</source>
        <translation>Kontakte importieren</translation>
    </message>
    <message>
        <source>Clear all filters</source>
        <translation>Alle Filter entfernen</translation>
    </message>
    <message>
        <source>Add tag</source>
        <translation>Schlagwort hinzufügen</translation>
    </message>
    <message>
        <source>Remove tag</source>
        <translation>Schlagwort entfernen</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Clear selection</source>
        <translation>Auswahl aufheben</translation>
    </message>
    <message numerus="yes">
        <source>%Ln contacts selected</source>
        <translation>
            <numerusform>%Ln Kontakt gewählt</numerusform>
            <numerusform>%Ln Kontakte gewählt</numerusform>
        </translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>Bearbeiten …</translation>
    </message>
    <message>
        <source>No tags</source>
        <translation>Keine Schlagwörter</translation>
    </message>
    <message>
        <source>New tag…</source>
        <translation>Neues Schlagwort …</translation>
    </message>
</context>
<context>
    <name>gui::ContentStep</name>
    <message>
        <source>Content</source>
        <translation>Inhalt</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Next person</source>
        <translation>Nächste Person</translation>
    </message>
    <message>
        <source>Template</source>
        <translation>Vorlage</translation>
    </message>
    <message>
        <source>Preview with the previous person</source>
        <translation>Vorschau mit der vorigen Person</translation>
    </message>
    <message>
        <source>Preview with the next person</source>
        <translation>Vorschau mit der nächsten Person</translation>
    </message>
    <message>
        <source>as %1 gets it</source>
        <translation>wie %1 sie erhält</translation>
    </message>
    <message>
        <source>no contact to preview with</source>
        <translation>kein Kontakt für die Vorschau</translation>
    </message>
    <message numerus="yes">
        <source>%Ln characters</source>
        <translation>
            <numerusform>%Ln Zeichen</numerusform>
            <numerusform>%Ln Zeichen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>segments, characters</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1, %2, Unicode</source>
        <comment>segments, characters</comment>
        <translation>%1, %2, Unicode</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>SMS, marketing</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Länge</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>category and text</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Choose a template: its message appears here.</source>
        <translation>Wählen Sie eine Vorlage, dann erscheint ihre Nachricht hier.</translation>
    </message>
</context>
<context>
    <name>gui::ConversationList</name>
    <message>
        <source>opted out</source>
        <translation>abgemeldet</translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation>Unterhaltung</translation>
    </message>
    <message numerus="yes">
        <source>%Ln unread</source>
        <translation>
            <numerusform>%Ln ungelesen</numerusform>
            <numerusform>%Ln ungelesen</numerusform>
        </translation>
    </message>
    <message>
        <source>Conversations, the last written first</source>
        <translation>Unterhaltungen, die jüngste zuerst</translation>
    </message>
</context>
<context>
    <name>gui::CountriesDialog</name>
    <message>
        <source>None is chosen: messages may go to every country.</source>
        <translation>Keines ist gewählt: Nachrichten dürfen in jedes Land gehen.</translation>
    </message>
    <message>
        <source>Countries you send to</source>
        <translation>Länder, in die Sie senden</translation>
    </message>
    <message>
        <source>A number of any other country is never written to: that keeps typing errors and fraud from costing money.</source>
        <translation>An Nummern anderer Länder wird nie geschrieben: So kosten Tippfehler und Betrug kein Geld.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
</context>
<context>
    <name>gui::CountryPicker</name>
    <message>
        <source>Search a country</source>
        <translation>Land suchen</translation>
    </message>
    <message>
        <source>Countries</source>
        <translation>Länder</translation>
    </message>
    <message>
        <source>Chosen: %1</source>
        <translation>Gewählt: %1</translation>
    </message>
</context>
<context>
    <name>gui::DashboardPage</name>
    <message>
        <source>Dashboard</source>
        <translation>Übersicht</translation>
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
    <message>
        <source>does not answer</source>
        <translation>antwortet nicht</translation>
    </message>
    <message>
        <source>Since %1</source>
        <translation>Seit %1</translation>
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
    <message>
        <source>%1 (no room for it)</source>
        <translation>%1 (kein Platz dafür)</translation>
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
    <name>gui::DetourNotice</name>
    <message>
        <source>%1, %2</source>
        <comment>day, time</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source> and </source>
        <comment>between two parts of a sentence</comment>
        <translation> und </translation>
    </message>
    <message>
        <source>Accounts that others stand in for</source>
        <translation>Konten, für die andere einspringen</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>%1 öffnen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln messages went by %1</source>
        <translation>
            <numerusform>ging %Ln Nachricht über %1</numerusform>
            <numerusform>gingen %Ln Nachrichten über %1</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 by %2</source>
        <comment>a number of messages, an account</comment>
        <translation>%1 über %2</translation>
    </message>
    <message>
        <source>%1 is paused; %2 instead since %3.</source>
        <translation>%1 ist angehalten; stattdessen %2, seit %3.</translation>
    </message>
    <message>
        <source>%1 is not answering; %2 instead since %3.</source>
        <translation>%1 antwortet nicht; stattdessen %2, seit %3.</translation>
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
    <message>
        <source>country not allowed</source>
        <translation>Land nicht erlaubt</translation>
    </message>
    <message>
        <source>The number belongs to a country that your limits do not allow, so nothing was sent.</source>
        <translation>Die Nummer gehört zu einem Land, das Ihre Grenzen nicht erlauben; daher wurde nichts gesendet.</translation>
    </message>
    <message>
        <source>24-hour window closed</source>
        <translation>24-Stunden-Fenster geschlossen</translation>
    </message>
    <message>
        <source>This person has not written within 24 hours, and WhatsApp then takes an approved template alone. The message&apos;s template names none, so nothing was sent.</source>
        <translation>Diese Person hat seit 24 Stunden nicht geschrieben, und WhatsApp nimmt dann nur eine genehmigte Vorlage. Die Vorlage der Nachricht nennt keine; daher wurde nichts gesendet.</translation>
    </message>
    <message>
        <source>approved templates not read yet</source>
        <translation>genehmigte Vorlagen noch nicht gelesen</translation>
    </message>
    <message>
        <source>The provider&apos;s list of approved templates has not been read yet. The message waits for it.</source>
        <translation>Die Liste der genehmigten Vorlagen des Anbieters ist noch nicht gelesen. Die Nachricht wartet darauf.</translation>
    </message>
    <message>
        <source>template unknown to provider</source>
        <translation>Vorlage dem Anbieter unbekannt</translation>
    </message>
    <message>
        <source>The provider has no template of that name and language. The message waits; have the template approved, or correct its name.</source>
        <translation>Der Anbieter hat keine Vorlage dieses Namens in dieser Sprache. Die Nachricht wartet; lassen Sie die Vorlage genehmigen, oder berichtigen Sie ihren Namen.</translation>
    </message>
    <message>
        <source>template not approved</source>
        <translation>Vorlage nicht genehmigt</translation>
    </message>
    <message>
        <source>The provider has not approved this template, or has paused it. The message waits until it is approved.</source>
        <translation>Der Anbieter hat diese Vorlage nicht genehmigt oder angehalten. Die Nachricht wartet, bis sie genehmigt ist.</translation>
    </message>
    <message>
        <source>daily limit of people reached</source>
        <translation>Tageslimit an Personen erreicht</translation>
    </message>
    <message>
        <source>WhatsApp lets this account write first to a limited number of people within 24 hours, and so many have been written to. The message waits until there is room again.</source>
        <translation>WhatsApp lässt dieses Konto innerhalb von 24 Stunden nur eine begrenzte Zahl von Personen zuerst anschreiben, und so viele wurden angeschrieben. Die Nachricht wartet, bis wieder Platz ist.</translation>
    </message>
    <message>
        <source>template takes other values</source>
        <translation>Vorlage nimmt andere Werte</translation>
    </message>
    <message>
        <source>The provider&apos;s template has another number of placeholders than yours fills. The message waits; correct the template.</source>
        <translation>Die Vorlage des Anbieters hat eine andere Zahl von Platzhaltern, als Ihre füllt. Die Nachricht wartet; berichtigen Sie die Vorlage.</translation>
    </message>
    <message>
        <source>not simulated</source>
        <translation>nicht simuliert</translation>
    </message>
    <message>
        <source>There is no simulation of this account&apos;s interface, so it rests during the rehearsal.</source>
        <translation>Die Schnittstelle dieses Kontos lässt sich nicht simulieren; es ruht während der Probe.</translation>
    </message>
</context>
<context>
    <name>gui::FilePathEdit</name>
    <message>
        <source>Choose the file (Ctrl+O)</source>
        <translation>Datei wählen (Strg+O)</translation>
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
    <name>gui::FirstSteps</name>
    <message>
        <source>done</source>
        <translation>erledigt</translation>
    </message>
    <message>
        <source>Four steps to a first campaign</source>
        <translation>Vier Schritte zur ersten Kampagne</translation>
    </message>
    <message>
        <source>Add a provider</source>
        <translation>Einen Anbieter hinzufügen</translation>
    </message>
    <message>
        <source>The account by which messages leave, and are paid for.</source>
        <translation>Das Konto, über das Nachrichten hinausgehen und bezahlt werden.</translation>
    </message>
    <message>
        <source>Bring in your contacts</source>
        <translation>Kontakte hereinholen</translation>
    </message>
    <message>
        <source>From a file that any program exports, or by hand.</source>
        <translation>Aus einer Datei, wie sie jedes Programm ausgibt, oder von Hand.</translation>
    </message>
    <message>
        <source>Import contacts</source>
        <translation>Kontakte importieren</translation>
    </message>
    <message>
        <source>Write a template</source>
        <translation>Eine Vorlage schreiben</translation>
    </message>
    <message>
        <source>A text with placeholders; each person gets their own.</source>
        <translation>Ein Text mit Platzhaltern; jeder bekommt seinen eigenen.</translation>
    </message>
    <message>
        <source>New template</source>
        <translation>Neue Vorlage</translation>
    </message>
    <message>
        <source>Send a campaign</source>
        <translation>Eine Kampagne senden</translation>
    </message>
    <message>
        <source>You see who gets it and what it costs before anything leaves.</source>
        <translation>Sie sehen, wer sie bekommt und was sie kostet, bevor etwas hinausgeht.</translation>
    </message>
    <message>
        <source>New campaign</source>
        <translation>Neue Kampagne</translation>
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
    <message>
        <source>HH:mm</source>
        <comment>time of day</comment>
        <translation>HH:mm</translation>
    </message>
</context>
<context>
    <name>gui::GroupWidget</name>
    <message>
        <source>No condition: everybody is in.</source>
        <translation>Keine Bedingung: Alle sind darin.</translation>
    </message>
    <message>
        <source>No condition yet.</source>
        <translation>Noch keine Bedingung.</translation>
    </message>
    <message>
        <source>How the conditions go together</source>
        <translation>Wie die Bedingungen zusammengehören</translation>
    </message>
    <message>
        <source>are true</source>
        <translation>trifft zu</translation>
    </message>
    <message>
        <source>Condition</source>
        <translation>Bedingung</translation>
    </message>
    <message>
        <source>Add a condition</source>
        <translation>Eine Bedingung hinzufügen</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Gruppe</translation>
    </message>
    <message>
        <source>Add a group of conditions</source>
        <translation>Eine Gruppe von Bedingungen hinzufügen</translation>
    </message>
    <message>
        <source>Remove this group</source>
        <translation>Diese Gruppe entfernen</translation>
    </message>
    <message>
        <source>%1
This has no rows; it is changed on the page Expression.</source>
        <translation>%1
Das hat keine Zeilen; geändert wird es auf der Seite Ausdruck.</translation>
    </message>
    <message>
        <source>Remove this condition</source>
        <translation>Diese Bedingung entfernen</translation>
    </message>
</context>
<context>
    <name>gui::HookCard</name>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Edit the account</source>
        <translation>Konto bearbeiten</translation>
    </message>
    <message>
        <source>Webhook address of %1</source>
        <translation>Webhook-Adresse von %1</translation>
    </message>
    <message>
        <source>Copy the webhook address of %1</source>
        <translation>Webhook-Adresse von %1 kopieren</translation>
    </message>
    <message>
        <source>Edit the account %1</source>
        <translation>Konto %1 bearbeiten</translation>
    </message>
</context>
<context>
    <name>gui::HookText</name>
    <message>
        <source>Receipts come by themselves: every message names this address. For replies, paste it in Twilio&apos;s console under Phone Numbers, your number, &apos;A message comes in&apos;.</source>
        <translation>Zustellberichte kommen von selbst: Jede Nachricht nennt diese Adresse. Für Antworten fügen Sie sie in der Konsole von Twilio unter „Phone Numbers“ bei Ihrer Nummer unter „A message comes in“ ein.</translation>
    </message>
    <message>
        <source>Receipts come by themselves: every message names this address. For replies, paste it in MessageBird&apos;s dashboard at your number, as the address to forward messages to.</source>
        <translation>Zustellberichte kommen von selbst: Jede Nachricht nennt diese Adresse. Für Antworten fügen Sie sie im Dashboard von MessageBird bei Ihrer Nummer als Adresse zur Weiterleitung ein.</translation>
    </message>
    <message>
        <source>In Bird under Developer, Webhooks: add one with this address and the SMS events. Bird then shows its secret once.</source>
        <translation>In Bird unter „Developer“, „Webhooks“: Legen Sie einen mit dieser Adresse und den SMS-Ereignissen an. Bird zeigt dann einmal sein Geheimnis.</translation>
    </message>
    <message>
        <source>Receipts come by themselves: every message names this address. For replies, paste it in Vonage&apos;s dashboard under API settings as the inbound SMS webhook, and switch signing on.</source>
        <translation>Zustellberichte kommen von selbst: Jede Nachricht nennt diese Adresse. Für Antworten fügen Sie sie im Dashboard von Vonage unter „API settings“ als Webhook für eingehende SMS ein und schalten die Signatur ein.</translation>
    </message>
    <message>
        <source>In Amazon Data Firehose: a stream with the SNS delivery logs as its source and an HTTP endpoint with this address and your access key as its destination.</source>
        <translation>In Amazon Data Firehose: ein Datenstrom mit den Zustellprotokollen von SNS als Quelle und einem HTTP-Endpunkt mit dieser Adresse und Ihrem Zugriffsschlüssel als Ziel.</translation>
    </message>
    <message>
        <source>In Meta&apos;s developer pages under WhatsApp, Configuration: as the callback URL, with the account&apos;s verify token. Then subscribe to &apos;messages&apos;. Without it nothing tells what became of a message.</source>
        <translation>Auf den Entwicklerseiten von Meta unter WhatsApp, „Configuration“: als Callback-URL, mit dem Verify-Token des Kontos. Abonnieren Sie dann „messages“. Ohne dies ist nicht zu erfahren, was aus einer Nachricht wurde.</translation>
    </message>
    <message>
        <source>In your FlashChat panel under Tools, Webhooks.</source>
        <translation>In Ihrem FlashChat-Panel unter „Tools“, „Webhooks“.</translation>
    </message>
    <message>
        <source>Where the gateway asks for the address of delivery receipts, often called callback or DLR URL. {callback_url} puts it into each message.</source>
        <translation>Wo das Gateway nach der Adresse für Zustellberichte fragt, oft Callback- oder DLR-URL genannt. {callback_url} setzt sie in jede Nachricht ein.</translation>
    </message>
    <message>
        <source>No webhooks</source>
        <translation>Keine Webhooks</translation>
    </message>
    <message>
        <source>Not set up</source>
        <translation>Nicht eingerichtet</translation>
    </message>
    <message>
        <source>Secret missing</source>
        <translation>Geheimnis fehlt</translation>
    </message>
    <message>
        <source>Not signed</source>
        <translation>Nicht signiert</translation>
    </message>
    <message>
        <source>Verified</source>
        <translation>Geprüft</translation>
    </message>
    <message>
        <source>This kind of account sends none; what becomes of its messages is learnt otherwise.</source>
        <translation>Konten dieser Art senden keine; was aus ihren Nachrichten wird, wird anders in Erfahrung gebracht.</translation>
    </message>
    <message>
        <source>Choose in the account, under Advanced, how your panel signs its webhooks.</source>
        <translation>Wählen Sie im Konto bei den erweiterten Einstellungen, wie Ihr Panel seine Webhooks signiert.</translation>
    </message>
    <message>
        <source>The account&apos;s profile does not describe a webhook. Its messages are asked after.</source>
        <translation>Das Profil des Kontos beschreibt keinen Webhook. Nach seinen Nachrichten wird gefragt.</translation>
    </message>
    <message>
        <source>Nothing tells real ones from made-up ones: they are refused until the account has its secret.</source>
        <translation>Echte sind von erfundenen nicht zu unterscheiden: Sie werden abgelehnt, bis das Konto sein Geheimnis hat.</translation>
    </message>
    <message>
        <source>Nothing tells real ones from made-up ones: they are refused until the account has this: %1.</source>
        <translation>Echte sind von erfundenen nicht zu unterscheiden: Sie werden abgelehnt, bis im Konto dies steht: %1.</translation>
    </message>
    <message>
        <source>They carry no signature: whoever learns the address can make receipts and replies up.</source>
        <translation>Sie tragen keine Signatur: Wer die Adresse erfährt, kann Berichte und Antworten erfinden.</translation>
    </message>
    <message>
        <source>Each one is checked before it is read.</source>
        <translation>Jeder wird geprüft, bevor er gelesen wird.</translation>
    </message>
    <message>
        <source>Each one is checked before it is read, with: %1.</source>
        <translation>Jeder wird geprüft, bevor er gelesen wird, und zwar mit: %1.</translation>
    </message>
    <message>
        <source>Port %1 is taken by another program. Choose another one, or end that program.</source>
        <translation>Port %1 ist von einem anderen Programm belegt. Wählen Sie einen anderen, oder beenden Sie jenes Programm.</translation>
    </message>
    <message>
        <source>The system keeps port %1 for administrators. Choose one from 1024 on.</source>
        <translation>Das System behält Port %1 Administratoren vor. Wählen Sie einen ab 1024.</translation>
    </message>
    <message>
        <source>A port is a number from 1 to 65535.</source>
        <translation>Ein Port ist eine Zahl von 1 bis 65535.</translation>
    </message>
    <message>
        <source>This is no address of this computer. 0.0.0.0 means all it has.</source>
        <translation>Das ist keine Adresse dieses Rechners. 0.0.0.0 bedeutet alle, die er hat.</translation>
    </message>
    <message>
        <source>An address begins with https:// and has no user name, &apos;?&apos; or &apos;#&apos;.</source>
        <translation>Eine Adresse beginnt mit https:// und hat weder Benutzernamen noch „?“ oder „#“.</translation>
    </message>
    <message>
        <source>There is no such file.</source>
        <translation>Diese Datei gibt es nicht.</translation>
    </message>
    <message>
        <source>You have no right to read this file.</source>
        <translation>Sie dürfen diese Datei nicht lesen.</translation>
    </message>
    <message>
        <source>Who reaches this computer from outside needs TLS: choose a certificate.</source>
        <translation>Wer diesen Rechner von außen erreicht, braucht TLS: Wählen Sie ein Zertifikat.</translation>
    </message>
    <message>
        <source>This is no certificate in PEM form.</source>
        <translation>Das ist kein Zertifikat im PEM-Format.</translation>
    </message>
    <message>
        <source>Others can read this key. Give its file rights for you alone (chmod 600).</source>
        <translation>Andere können diesen Schlüssel lesen. Geben Sie nur sich selbst Rechte an der Datei (chmod 600).</translation>
    </message>
    <message>
        <source>A certificate needs its key.</source>
        <translation>Zu einem Zertifikat gehört sein Schlüssel.</translation>
    </message>
    <message>
        <source>Nothing was taken yet.</source>
        <translation>Noch wurde nichts angenommen.</translation>
    </message>
    <message>
        <source>%1 taken, the last %2.</source>
        <comment>webhooks; a time ago</comment>
        <translation>%1 angenommen, der letzte %2.</translation>
    </message>
    <message>
        <source>%1 refused because nothing proved them to be the provider&apos;s: the secret in the account is another than the provider&apos;s, the public address here is another than the one it calls, or somebody else tried.</source>
        <translation>%1 abgelehnt, weil nicht belegt war, dass sie vom Anbieter kommen: Das Geheimnis im Konto ist ein anderes als beim Anbieter, die öffentliche Adresse hier ist eine andere als die aufgerufene, oder jemand anderes hat es versucht.</translation>
    </message>
    <message>
        <source>%1 refused because they were neither a receipt nor a message.</source>
        <translation>%1 abgelehnt, weil sie weder Zustellbericht noch Nachricht waren.</translation>
    </message>
    <message>
        <source>The last %1.</source>
        <comment>refused, a time ago</comment>
        <translation>Zuletzt %1.</translation>
    </message>
    <message>
        <source>This certificate has expired or is not valid yet: no provider would talk to it. Choose the current one.</source>
        <translation>Dieses Zertifikat ist abgelaufen oder noch nicht gültig: Kein Anbieter spräche damit. Wählen Sie das aktuelle.</translation>
    </message>
    <message>
        <source>This is another certificate&apos;s key. Choose the one the certificate was made with.</source>
        <translation>Das ist der Schlüssel eines anderen Zertifikats. Wählen Sie den, mit dem das Zertifikat erstellt wurde.</translation>
    </message>
    <message>
        <source>This is no key in PEM form, or it has a passphrase.</source>
        <translation>Das ist kein Schlüssel in PEM-Form, oder er hat eine Passphrase.</translation>
    </message>
</context>
<context>
    <name>gui::ImportCheckPage</name>
    <message>
        <source>Check</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>Stop checking</source>
        <translation>Prüfung abbrechen</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>Zeile</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>Spalte</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Rows that cannot be imported</source>
        <translation>Zeilen, die sich nicht importieren lassen</translation>
    </message>
    <message>
        <source>Checking every row; nothing is imported yet</source>
        <translation>Jede Zeile wird geprüft; noch wird nichts importiert</translation>
    </message>
    <message>
        <source>The check was stopped. Go back to change something, or leave the import.</source>
        <translation>Die Prüfung wurde abgebrochen. Gehen Sie zurück, um etwas zu ändern, oder verlassen Sie den Import.</translation>
    </message>
    <message>
        <source>There is nothing in this file to import.</source>
        <translation>In dieser Datei gibt es nichts zu importieren.</translation>
    </message>
    <message>
        <source>The first %1 rows that cannot be imported</source>
        <translation>Die ersten %1 Zeilen, die sich nicht importieren lassen</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importieren</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Zeilen</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>Abgelehnt</translation>
    </message>
    <message numerus="yes">
        <source>Import %Ln contacts</source>
        <translation>
            <numerusform>%Ln Kontakt importieren</numerusform>
            <numerusform>%Ln Kontakte importieren</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln contacts are added</source>
        <translation>
            <numerusform>%Ln Kontakt kommt hinzu</numerusform>
            <numerusform>%Ln Kontakte kommen hinzu</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2 updated.</source>
        <translation>%1, %2 aktualisiert.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln rows go to the file of rejected rows.</source>
        <translation>
            <numerusform>%Ln Zeile geht in die Datei der abgelehnten Zeilen.</numerusform>
            <numerusform>%Ln Zeilen gehen in die Datei der abgelehnten Zeilen.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gui::ImportColumnsPage</name>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>As you chose it for the last file with these columns. Change what does not fit.</source>
        <translation>Wie Sie es für die letzte Datei mit diesen Spalten gewählt haben. Ändern Sie, was nicht passt.</translation>
    </message>
    <message>
        <source>Guessed from the names of the columns. Change what does not fit.</source>
        <translation>Nach den Namen der Spalten geraten. Ändern Sie, was nicht passt.</translation>
    </message>
    <message>
        <source>Say what each column means; the values beneath are from the file.</source>
        <translation>Sagen Sie, was jede Spalte bedeutet; die Werte darunter sind aus der Datei.</translation>
    </message>
    <message>
        <source>empty in the first rows</source>
        <translation>in den ersten Zeilen leer</translation>
    </message>
    <message>
        <source>What the column “%1” is</source>
        <translation>Was die Spalte „%1“ ist</translation>
    </message>
    <message>
        <source>Not imported</source>
        <translation>Nicht importieren</translation>
    </message>
    <message>
        <source>Own attribute “%1”</source>
        <translation>Eigenes Merkmal „%1“</translation>
    </message>
    <message>
        <source>Imported</source>
        <translation>Importiert</translation>
    </message>
</context>
<context>
    <name>gui::ImportCounts</name>
    <message numerus="yes">
        <source>new contacts were added</source>
        <translation>
            <numerusform>neuer Kontakt kam hinzu</numerusform>
            <numerusform>neue Kontakte kamen hinzu</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>new contacts will be added</source>
        <translation>
            <numerusform>neuer Kontakt kommt hinzu</numerusform>
            <numerusform>neue Kontakte kommen hinzu</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>contacts that were there already were updated</source>
        <translation>
            <numerusform>Kontakt, den es schon gab, wurde aktualisiert</numerusform>
            <numerusform>Kontakte, die es schon gab, wurden aktualisiert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>contacts that are there already will be updated</source>
        <translation>
            <numerusform>Kontakt, den es schon gibt, wird aktualisiert</numerusform>
            <numerusform>Kontakte, die es schon gibt, werden aktualisiert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>contacts are there already, with nothing new</source>
        <translation>
            <numerusform>Kontakt gibt es schon, ohne Neues</numerusform>
            <numerusform>Kontakte gibt es schon, ohne Neues</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>contacts that were there already were left as they are</source>
        <translation>
            <numerusform>Kontakt, den es schon gab, blieb, wie er ist</numerusform>
            <numerusform>Kontakte, die es schon gab, blieben, wie sie sind</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>contacts that are there already will be left as they are</source>
        <translation>
            <numerusform>Kontakt, den es schon gibt, bleibt, wie er ist</numerusform>
            <numerusform>Kontakte, die es schon gibt, bleiben, wie sie sind</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>rows could not be imported</source>
        <translation>
            <numerusform>Zeile konnte nicht importiert werden</numerusform>
            <numerusform>Zeilen konnten nicht importiert werden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>rows cannot be imported</source>
        <translation>
            <numerusform>Zeile kann nicht importiert werden</numerusform>
            <numerusform>Zeilen können nicht importiert werden</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gui::ImportDonePage</name>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Open the rejected rows</source>
        <translation>Abgelehnte Zeilen öffnen</translation>
    </message>
    <message>
        <source>%1 contacts imported</source>
        <translation>%1 Kontakte importiert</translation>
    </message>
    <message>
        <source>Correct them in this file and import it again: %1</source>
        <translation>Berichtigen Sie sie in dieser Datei und importieren Sie sie noch einmal: %1</translation>
    </message>
</context>
<context>
    <name>gui::ImportFilePage</name>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation>Datei wählen …</translation>
    </message>
    <message>
        <source>Or drop it here. CSV or TSV, as any program exports its list of customers.</source>
        <translation>Oder hierher ziehen. CSV oder TSV, wie jedes Programm seine Kundenliste ausgibt.</translation>
    </message>
    <message>
        <source>The first row names the columns</source>
        <translation>Die erste Zeile nennt die Spalten</translation>
    </message>
    <message>
        <source>Letters are written in</source>
        <translation>Zeichensatz</translation>
    </message>
    <message>
        <source>Columns are parted by</source>
        <translation>Spalten getrennt durch</translation>
    </message>
    <message>
        <source>Look whether names and accents read rightly:</source>
        <translation>Sehen Sie nach, ob Namen und Umlaute richtig zu lesen sind:</translation>
    </message>
    <message>
        <source>First rows of the file</source>
        <translation>Die ersten Zeilen der Datei</translation>
    </message>
    <message>
        <source>Choose a file of contacts</source>
        <translation>Datei mit Kontakten wählen</translation>
    </message>
    <message>
        <source>Tables (*.csv *.tsv *.txt);;All files (*)</source>
        <translation>Tabellen (*.csv *.tsv *.txt);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>There is nothing in this file.</source>
        <translation>In dieser Datei steht nichts.</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
</context>
<context>
    <name>gui::ImportOptionsPage</name>
    <message>
        <source>Leave them as they are</source>
        <translation>Lassen, wie sie sind</translation>
    </message>
    <message>
        <source>Update them</source>
        <translation>Aktualisieren</translation>
    </message>
    <message>
        <source>Fill their gaps</source>
        <translation>Lücken füllen</translation>
    </message>
    <message>
        <source>The row is left out and counted.</source>
        <translation>Die Zeile wird ausgelassen und gezählt.</translation>
    </message>
    <message>
        <source>What the file says replaces what is there; empty cells change nothing.</source>
        <translation>Was die Datei sagt, ersetzt das Vorhandene; leere Zellen ändern nichts.</translation>
    </message>
    <message>
        <source>What the file says goes only where the contact has nothing yet.</source>
        <translation>Was die Datei sagt, kommt nur dorthin, wo beim Kontakt noch nichts steht.</translation>
    </message>
    <message>
        <source>Options</source>
        <translation>Optionen</translation>
    </message>
    <message>
        <source>None: only numbers that begin with +</source>
        <translation>Keinem: nur Nummern, die mit + beginnen</translation>
    </message>
    <message>
        <source>Numbers without + belong to</source>
        <translation>Nummern ohne + gehören zu</translation>
    </message>
    <message>
        <source>A column with the country wins over this.</source>
        <translation>Eine Spalte mit dem Land geht dem vor.</translation>
    </message>
    <message>
        <source>Contacts that are there already</source>
        <translation>Schon vorhandene Kontakte</translation>
    </message>
    <message>
        <source>Recognised by your own number, else by phone number or e-mail address.</source>
        <translation>Erkannt an Ihrer eigenen Nummer, sonst an Telefonnummer oder E-Mail-Adresse.</translation>
    </message>
    <message>
        <source>After the import</source>
        <translation>Nach dem Import</translation>
    </message>
    <message>
        <source>Tags for every imported contact</source>
        <translation>Schlagwörter für jeden importierten Kontakt</translation>
    </message>
    <message>
        <source>Several with commas between them. With a tag you find them again.</source>
        <translation>Mehrere mit Kommas dazwischen. An einem Schlagwort finden Sie sie wieder.</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Wählen …</translation>
    </message>
    <message>
        <source>Choose the file for rejected rows</source>
        <translation>Datei für abgelehnte Zeilen wählen</translation>
    </message>
    <message>
        <source>File for rejected rows</source>
        <translation>Datei für abgelehnte Zeilen</translation>
    </message>
    <message>
        <source>Rows that cannot be imported go to</source>
        <translation>Zeilen, die sich nicht importieren lassen, kommen nach</translation>
    </message>
    <message>
        <source>With row number, column and reason, ready to be corrected and imported again. Empty: no such file.</source>
        <translation>Mit Zeilennummer, Spalte und Grund, bereit zum Berichtigen und erneuten Importieren. Leer: keine solche Datei.</translation>
    </message>
    <message>
        <source>%1-rejected.csv</source>
        <comment>name of a file</comment>
        <translation>%1-abgelehnt.csv</translation>
    </message>
    <message>
        <source>CSV (*.csv)</source>
        <translation>CSV (*.csv)</translation>
    </message>
    <message>
        <source>Country of numbers</source>
        <translation>Land der Nummern</translation>
    </message>
    <message>
        <source>Those there already</source>
        <translation>Schon vorhandene</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Schlagwörter</translation>
    </message>
</context>
<context>
    <name>gui::ImportProgressView</name>
    <message>
        <source>%1 rows</source>
        <translation>%1 Zeilen</translation>
    </message>
    <message>
        <source>%1 a second</source>
        <translation>%1 je Sekunde</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>noch %1</translation>
    </message>
    <message>
        <source>putting them in order</source>
        <translation>wird geordnet</translation>
    </message>
    <message>
        <source>%1 rejected</source>
        <translation>%1 abgelehnt</translation>
    </message>
</context>
<context>
    <name>gui::ImportRunPage</name>
    <message>
        <source>Import</source>
        <translation>Importieren</translation>
    </message>
    <message>
        <source>The contacts appear all at once at the end. “Cancel” leaves everything as it was before.</source>
        <translation>Die Kontakte erscheinen am Ende alle auf einmal. „Abbrechen“ lässt alles, wie es vorher war.</translation>
    </message>
    <message>
        <source>Importing %1 contacts</source>
        <translation>%1 Kontakte werden importiert</translation>
    </message>
    <message>
        <source>The import was cancelled. No contact was added or changed.</source>
        <translation>Der Import wurde abgebrochen. Kein Kontakt kam hinzu oder wurde geändert.</translation>
    </message>
    <message>
        <source>Nothing was imported. %1</source>
        <translation>Es wurde nichts importiert. %1</translation>
    </message>
</context>
<context>
    <name>gui::ImportWizard</name>
    <message>
        <source>Import contacts</source>
        <translation>Kontakte importieren</translation>
    </message>
    <message>
        <source>Show the imported contacts</source>
        <translation>Die importierten Kontakte zeigen</translation>
    </message>
</context>
<context>
    <name>gui::ImportWords</name>
    <message>
        <source>Whole name</source>
        <translation>Ganzer Name</translation>
    </message>
    <message>
        <source>First name</source>
        <translation>Vorname</translation>
    </message>
    <message>
        <source>Last name</source>
        <translation>Nachname</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>Firma</translation>
    </message>
    <message>
        <source>Phone for texts</source>
        <translation>Telefon für SMS</translation>
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
        <source>Own number</source>
        <translation>Eigene Nummer</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Schlagwörter</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Gruppe</translation>
    </message>
    <message>
        <source>Territory</source>
        <translation>Gebiet</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>Land</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>Zeitzone</translation>
    </message>
    <message>
        <source>Person or company</source>
        <translation>Person oder Firma</translation>
    </message>
    <message>
        <source>VIP</source>
        <translation>VIP</translation>
    </message>
    <message>
        <source>Do not disturb</source>
        <translation>Nicht stören</translation>
    </message>
    <message>
        <source>Lead source</source>
        <translation>Herkunft</translation>
    </message>
    <message>
        <source>Lead stage</source>
        <translation>Vertriebsstufe</translation>
    </message>
    <message>
        <source>Loyalty tier</source>
        <translation>Treuestufe</translation>
    </message>
    <message>
        <source>Birthday</source>
        <translation>Geburtstag</translation>
    </message>
    <message>
        <source>Anniversary</source>
        <translation>Jahrestag</translation>
    </message>
    <message>
        <source>Customer since</source>
        <translation>Kunde seit</translation>
    </message>
    <message>
        <source>Last purchase</source>
        <translation>Letzter Kauf</translation>
    </message>
    <message>
        <source>Amount of the last purchase</source>
        <translation>Betrag des letzten Kaufs</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notizen</translation>
    </message>
    <message>
        <source>A quotation mark in this row is never closed.</source>
        <translation>Ein Anführungszeichen in dieser Zeile wird nie geschlossen.</translation>
    </message>
    <message>
        <source>The row has more cells than the file has columns.</source>
        <translation>Die Zeile hat mehr Zellen als die Datei Spalten.</translation>
    </message>
    <message>
        <source>There is neither a phone number nor an e-mail address to send to.</source>
        <translation>Es gibt weder eine Telefonnummer noch eine E-Mail-Adresse zum Senden.</translation>
    </message>
    <message>
        <source>This is not an e-mail address.</source>
        <translation>Das ist keine E-Mail-Adresse.</translation>
    </message>
    <message>
        <source>This is not a date.</source>
        <translation>Das ist kein Datum.</translation>
    </message>
    <message>
        <source>This is not an amount.</source>
        <translation>Das ist kein Betrag.</translation>
    </message>
    <message>
        <source>This is neither yes nor no.</source>
        <translation>Das ist weder ja noch nein.</translation>
    </message>
    <message>
        <source>This is not a country&apos;s name or two-letter code.</source>
        <translation>Das ist weder Name noch zweibuchstabiger Code eines Landes.</translation>
    </message>
    <message>
        <source>This is not a language&apos;s name or code.</source>
        <translation>Das ist weder Name noch Code einer Sprache.</translation>
    </message>
    <message>
        <source>This is not a time zone such as Europe/Berlin.</source>
        <translation>Das ist keine Zeitzone wie Europe/Berlin.</translation>
    </message>
    <message>
        <source>This is neither person nor company.</source>
        <translation>Das ist weder Person noch Firma.</translation>
    </message>
    <message>
        <source>Another contact has this number of your own.</source>
        <translation>Ein anderer Kontakt hat diese eigene Nummer.</translation>
    </message>
    <message>
        <source>The number is empty.</source>
        <translation>Die Nummer ist leer.</translation>
    </message>
    <message>
        <source>The number is too long to be one.</source>
        <translation>Das ist zu lang für eine Nummer.</translation>
    </message>
    <message>
        <source>The number has letters in it.</source>
        <translation>In der Nummer stehen Buchstaben.</translation>
    </message>
    <message>
        <source>There are several numbers in one cell.</source>
        <translation>In einer Zelle stehen mehrere Nummern.</translation>
    </message>
    <message>
        <source>This is not a phone number.</source>
        <translation>Das ist keine Telefonnummer.</translation>
    </message>
    <message>
        <source>The number has no country code, or one that does not exist.</source>
        <translation>Die Nummer hat keine Ländervorwahl, oder eine, die es nicht gibt.</translation>
    </message>
    <message>
        <source>The number is too short.</source>
        <translation>Die Nummer ist zu kurz.</translation>
    </message>
    <message>
        <source>The number has too many digits for its country.</source>
        <translation>Die Nummer hat zu viele Ziffern für ihr Land.</translation>
    </message>
    <message>
        <source>There is no such number in its country.</source>
        <translation>Eine solche Nummer gibt es in ihrem Land nicht.</translation>
    </message>
    <message>
        <source>The number has no area code.</source>
        <translation>Die Nummer hat keine Ortsvorwahl.</translation>
    </message>
    <message>
        <source>Comma</source>
        <translation>Komma</translation>
    </message>
    <message>
        <source>Semicolon</source>
        <translation>Semikolon</translation>
    </message>
    <message>
        <source>Tab</source>
        <translation>Tabulator</translation>
    </message>
    <message>
        <source>Vertical bar</source>
        <translation>Senkrechter Strich</translation>
    </message>
    <message>
        <source>Colon</source>
        <translation>Doppelpunkt</translation>
    </message>
    <message>
        <source>The character %1</source>
        <translation>Das Zeichen %1</translation>
    </message>
    <message>
        <source>Windows (Western Europe)</source>
        <translation>Windows (Westeuropa)</translation>
    </message>
    <message>
        <source>%1 (Unicode)</source>
        <translation>%1 (Unicode)</translation>
    </message>
    <message>
        <source>“%1” is chosen for two columns. Keep it for one of them.</source>
        <translation>„%1“ ist für zwei Spalten gewählt. Behalten Sie es bei einer.</translation>
    </message>
    <message>
        <source>No column is a phone number, a WhatsApp number or an e-mail address. Choose one: without it nobody can be messaged.</source>
        <translation>Keine Spalte ist eine Telefonnummer, eine WhatsApp-Nummer oder eine E-Mail-Adresse. Wählen Sie eine: ohne sie kann niemand eine Nachricht erhalten.</translation>
    </message>
</context>
<context>
    <name>gui::InboxPage</name>
    <message>
        <source>Inbox</source>
        <translation>Posteingang</translation>
    </message>
    <message>
        <source>Mark all as read</source>
        <translation>Alle als gelesen markieren</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>Kanal</translation>
    </message>
    <message>
        <source>What people write back stands here, a conversation for each of them.</source>
        <translation>Hier steht, was Ihnen geantwortet wird, je Person eine Unterhaltung.</translation>
    </message>
    <message>
        <source>Replies are fetched about once a minute from providers that keep a list of them. Others tell of a reply by webhook, which is switched on in Settings.</source>
        <translation>Antworten werden etwa einmal in der Minute bei den Anbietern abgeholt, die eine Liste davon führen. Andere melden eine Antwort per Webhook; diesen schalten Sie in den Einstellungen ein.</translation>
    </message>
    <message>
        <source>Set up webhooks</source>
        <translation>Webhooks einrichten</translation>
    </message>
    <message>
        <source>Look at the providers</source>
        <translation>Anbieter ansehen</translation>
    </message>
    <message>
        <source>Which conversations</source>
        <translation>Welche Unterhaltungen</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Unread</source>
        <translation>Ungelesen</translation>
    </message>
    <message>
        <source>Opt-outs</source>
        <translation>Abmeldungen</translation>
    </message>
    <message>
        <source>No conversation fits.</source>
        <translation>Keine Unterhaltung passt dazu.</translation>
    </message>
    <message>
        <source>the last written first</source>
        <translation>die jüngste zuerst</translation>
    </message>
    <message>
        <source>All conversations are marked as read.</source>
        <translation>Alle Unterhaltungen sind als gelesen markiert.</translation>
    </message>
    <message>
        <source>No program is set up to open links.</source>
        <translation>Es ist kein Programm eingerichtet, das Links öffnet.</translation>
    </message>
    <message>
        <source>Open contact</source>
        <translation>Kontakt öffnen</translation>
    </message>
    <message>
        <source>Mark as read</source>
        <translation>Als gelesen markieren</translation>
    </message>
    <message>
        <source>Mark as unread</source>
        <translation>Als ungelesen markieren</translation>
    </message>
    <message>
        <source>Name, number, address or words of a text</source>
        <translation>Name, Nummer, Adresse oder Wörter eines Textes</translation>
    </message>
</context>
<context>
    <name>gui::InboxText</name>
    <message>
        <source>Understood as opt-out</source>
        <translation>Als Abmeldung verstanden</translation>
    </message>
    <message>
        <source>Understood as opt-in</source>
        <translation>Als Anmeldung verstanden</translation>
    </message>
    <message>
        <source>Understood as a request for help</source>
        <translation>Als Bitte um Hilfe verstanden</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>state of a message: why</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>They wrote: %1</source>
        <translation>Geschrieben wurde: %1</translation>
    </message>
    <message>
        <source>campaign %1</source>
        <translation>Kampagne %1</translation>
    </message>
    <message>
        <source>We wrote: %1, %2</source>
        <translation>Wir schrieben: %1, %2</translation>
    </message>
    <message>
        <source>Open what came with it (%1)</source>
        <translation>Anhang öffnen (%1)</translation>
    </message>
    <message>
        <source>Link: %1</source>
        <translation>Link: %1</translation>
    </message>
    <message>
        <source>A picture or file</source>
        <translation>Ein Bild oder eine Datei</translation>
    </message>
    <message>
        <source>You: %1</source>
        <translation>Sie: %1</translation>
    </message>
    <message>
        <source>This person opted out (%1). Nothing is sent to them until they opt in again, for example by writing START.</source>
        <translation>Diese Person hat sich abgemeldet (%1). Ihr wird nichts gesendet, bis sie sich wieder anmeldet, zum Beispiel mit START.</translation>
    </message>
    <message>
        <source>This person opted out. Nothing is sent to them until they opt in again, for example by writing START.</source>
        <translation>Diese Person hat sich abgemeldet. Ihr wird nichts gesendet, bis sie sich wieder anmeldet, zum Beispiel mit START.</translation>
    </message>
    <message>
        <source>This contact is marked as not to be disturbed. Take the mark away in the contact to answer.</source>
        <translation>Dieser Kontakt soll nicht gestört werden. Um zu antworten, entfernen Sie diesen Vermerk beim Kontakt.</translation>
    </message>
    <message>
        <source>Messages to this country are not allowed. The list is in Settings, under Limits and quiet hours.</source>
        <translation>Nachrichten in dieses Land sind nicht erlaubt. Die Liste steht in den Einstellungen unter Grenzen und Ruhezeiten.</translation>
    </message>
    <message>
        <source>The 24 hours in which WhatsApp takes a free text are over (%1). Write to this person with an approved template, by a campaign.</source>
        <translation>Die 24 Stunden, in denen WhatsApp einen freien Text annimmt, sind vorbei (%1). Schreiben Sie dieser Person mit einer genehmigten Vorlage über eine Kampagne.</translation>
    </message>
    <message>
        <source>WhatsApp takes a free text only within 24 hours of what the person wrote. Write to this person with an approved template, by a campaign.</source>
        <translation>WhatsApp nimmt einen freien Text nur innerhalb von 24 Stunden an, nachdem die Person geschrieben hat. Schreiben Sie ihr mit einer genehmigten Vorlage über eine Kampagne.</translation>
    </message>
    <message>
        <source>No account that can send by %1 is switched on and working. Add or resume one in Settings.</source>
        <translation>Kein Konto, das per %1 senden kann, ist eingeschaltet und arbeitet. Fügen Sie in den Einstellungen eines hinzu oder setzen Sie eines fort.</translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>von %1</translation>
    </message>
</context>
<context>
    <name>gui::KindChooser</name>
    <message>
        <source>Add an account</source>
        <translation>Ein Konto hinzufügen</translation>
    </message>
    <message>
        <source>Which provider is your account with?</source>
        <translation>Bei welchem Anbieter ist Ihr Konto?</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Weiter</translation>
    </message>
</context>
<context>
    <name>gui::LimitsSection</name>
    <message>
        <source>No cap</source>
        <translation>Keine Grenze</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Aus</translation>
    </message>
    <message>
        <source>Save changes</source>
        <translation>Änderungen speichern</translation>
    </message>
    <message>
        <source>Quiet hours</source>
        <translation>Ruhezeiten</translation>
    </message>
    <message>
        <source>By the clock where the recipient lives. Messages wait until they end; authentication messages never wait.</source>
        <translation>Nach der Uhr am Ort des Empfängers. Nachrichten warten, bis sie vorbei sind; Anmeldecodes warten nie.</translation>
    </message>
    <message>
        <source>Marketing</source>
        <translation>Werbung</translation>
    </message>
    <message>
        <source>Transactional</source>
        <translation>Geschäftlich</translation>
    </message>
    <message>
        <source>Limits</source>
        <translation>Grenzen</translation>
    </message>
    <message>
        <source>What is over a limit waits until it may leave; the same text twice is left out. The log says why.</source>
        <translation>Was über einer Grenze liegt, wartet, bis es hinausdarf; derselbe Text ein zweites Mal wird ausgelassen. Das Protokoll sagt, warum.</translation>
    </message>
    <message>
        <source>When the provider is busy or away.</source>
        <translation>Wenn der Anbieter überlastet oder nicht erreichbar ist.</translation>
    </message>
    <message>
        <source>Where a campaign says nothing.</source>
        <translation>Wo eine Kampagne nichts sagt.</translation>
    </message>
    <message>
        <source>Segments of a marketing message</source>
        <translation>Segmente einer Werbenachricht</translation>
    </message>
    <message>
        <source>Longer ones are not sent.</source>
        <translation>Längere werden nicht gesendet.</translation>
    </message>
    <message>
        <source>Segments of any message</source>
        <translation>Segmente jeder Nachricht</translation>
    </message>
    <message>
        <source>Carriers drop more than 10.</source>
        <translation>Netze verwerfen mehr als 10.</translation>
    </message>
    <message>
        <source>%1: quiet from</source>
        <translation>%1: Ruhe ab</translation>
    </message>
    <message>
        <source>%1: quiet until</source>
        <translation>%1: Ruhe bis</translation>
    </message>
    <message>
        <source>from</source>
        <translation>ab</translation>
    </message>
    <message>
        <source>until</source>
        <translation>bis</translation>
    </message>
    <message>
        <source>Messages in an hour</source>
        <translation>Nachrichten in einer Stunde</translation>
    </message>
    <message>
        <source>To one address, of every kind.</source>
        <translation>An eine Adresse, jeder Art.</translation>
    </message>
    <message>
        <source>Marketing in a day</source>
        <translation>Werbung an einem Tag</translation>
    </message>
    <message>
        <source>To one address, marketing alone.</source>
        <translation>An eine Adresse, nur Werbung.</translation>
    </message>
    <message>
        <source>Same text again after</source>
        <translation>Derselbe Text wieder nach</translation>
    </message>
    <message>
        <source>To one address.</source>
        <translation>An eine Adresse.</translation>
    </message>
    <message>
        <source>A message expires after</source>
        <translation>Eine Nachricht verfällt nach</translation>
    </message>
    <message>
        <source>Attempts to send a message</source>
        <translation>Versuche, eine Nachricht zu senden</translation>
    </message>
    <message>
        <source> minutes</source>
        <comment>after a number</comment>
        <translation> Minuten</translation>
    </message>
    <message>
        <source> hours</source>
        <comment>after a number</comment>
        <translation> Stunden</translation>
    </message>
    <message>
        <source>Files of an e-mail</source>
        <translation>Dateien einer E-Mail</translation>
    </message>
    <message>
        <source>All together, as sent. Many servers take no more.</source>
        <translation>Alle zusammen, beim Versand. Viele Server nehmen nicht mehr an.</translation>
    </message>
    <message>
        <source> MB</source>
        <comment>after a number</comment>
        <translation> MB</translation>
    </message>
</context>
<context>
    <name>gui::MailPicture</name>
    <message>
        <source>Preview of the mail</source>
        <translation>Vorschau der E-Mail</translation>
    </message>
    <message>
        <source>The mail&apos;s content</source>
        <translation>Inhalt der E-Mail</translation>
    </message>
    <message>
        <source>From %1</source>
        <translation>Von %1</translation>
    </message>
    <message>
        <source>(no subject)</source>
        <translation>(kein Betreff)</translation>
    </message>
    <message>
        <source>The message appears here as you write.</source>
        <translation>Die Nachricht erscheint hier, während Sie schreiben.</translation>
    </message>
    <message>
        <source>Attached: %1</source>
        <translation>Angehängt: %1</translation>
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
        <source>Sending goes on. Quit from the icon&apos;s menu, or with Ctrl+Q.</source>
        <translation>Der Versand geht weiter. Beenden im Menü des Symbols oder mit Strg+Q.</translation>
    </message>
    <message>
        <source>Quit while messages are being sent?</source>
        <translation>Während des Versands beenden?</translation>
    </message>
    <message>
        <source>Nothing is lost: what still waits leaves when Heliograph runs again. Until then nothing is sent.</source>
        <translation>Nichts geht verloren: Was noch wartet, geht hinaus, wenn Heliograph wieder läuft. Bis dahin wird nichts gesendet.</translation>
    </message>
    <message>
        <source>Begin a rehearsal…</source>
        <translation>Eine Probe beginnen …</translation>
    </message>
    <message>
        <source>End the rehearsal…</source>
        <translation>Die Probe beenden …</translation>
    </message>
    <message>
        <source>Begin a rehearsal?</source>
        <translation>Eine Probe beginnen?</translation>
    </message>
    <message>
        <source>Begin the rehearsal</source>
        <translation>Die Probe beginnen</translation>
    </message>
    <message>
        <source>End the rehearsal?</source>
        <translation>Die Probe beenden?</translation>
    </message>
    <message>
        <source>Its messages, and whatever was changed meanwhile, are thrown away. The workspace is as it was before, and what is sent reaches people again.</source>
        <translation>Ihre Nachrichten und alles, was inzwischen geändert wurde, werden verworfen. Der Arbeitsbereich ist, wie er vorher war, und was gesendet wird, erreicht wieder Menschen.</translation>
    </message>
    <message>
        <source>End the rehearsal</source>
        <translation>Die Probe beenden</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is being sent. Pause it or let it finish, then begin the rehearsal.</source>
        <translation>„%1“ wird gerade gesendet. Halten Sie sie an, oder lassen Sie sie enden, und beginnen Sie dann die Probe.</translation>
    </message>
    <message>
        <source>Messages are on their way, or another program has the workspace open. Try again once that is over.</source>
        <translation>Nachrichten sind unterwegs, oder ein anderes Programm hat den Arbeitsbereich offen. Versuchen Sie es noch einmal, wenn das vorbei ist.</translation>
    </message>
    <message>
        <source>Heliograph makes a copy of the workspace and works in it. Everything is sent to simulated phones and mailboxes; nothing reaches your customers or your providers. The workspace itself rests: nothing is sent, and no receipt or reply is fetched. What you do or change during the rehearsal is thrown away at its end.</source>
        <translation>Heliograph legt eine Kopie des Arbeitsbereichs an und arbeitet darin. Alles geht an simulierte Telefone und Postfächer; nichts erreicht Ihre Kunden oder Ihre Anbieter. Der Arbeitsbereich selbst ruht: Nichts wird gesendet, und weder Quittungen noch Antworten werden geholt. Was Sie während der Probe tun oder ändern, wird am Ende verworfen.</translation>
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
    <name>gui::MessageLine</name>
    <message>
        <source>Open the message to %1, %2</source>
        <translation>Die Nachricht an %1 öffnen, %2</translation>
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
    <message>
        <source>the newest first</source>
        <translation>die neuesten zuerst</translation>
    </message>
</context>
<context>
    <name>gui::ModeBanner</name>
    <message>
        <source>Show phones</source>
        <translation>Telefone zeigen</translation>
    </message>
    <message>
        <source>End the rehearsal</source>
        <translation>Die Probe beenden</translation>
    </message>
    <message>
        <source>What is sent does not reach real people</source>
        <translation>Was gesendet wird, erreicht keine wirklichen Menschen</translation>
    </message>
    <message>
        <source>Demo: the people are made up, and messages go to simulated phones.</source>
        <translation>Vorführung: Die Menschen sind erfunden, und Nachrichten gehen an simulierte Telefone.</translation>
    </message>
    <message>
        <source>Rehearsal: nothing reaches your customers. Everything is sent to simulated phones and mailboxes.</source>
        <translation>Probe: Nichts erreicht Ihre Kunden. Alles geht an simulierte Telefone und Postfächer.</translation>
    </message>
</context>
<context>
    <name>gui::NameValueRows</name>
    <message>
        <source>Add a line</source>
        <translation>Zeile hinzufügen</translation>
    </message>
    <message>
        <source>%1: add a line</source>
        <translation>%1: Zeile hinzufügen</translation>
    </message>
    <message>
        <source>%1: remove this line</source>
        <translation>%1: diese Zeile entfernen</translation>
    </message>
    <message>
        <source>Remove this line</source>
        <translation>Diese Zeile entfernen</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>%1: name</source>
        <translation>%1: Name</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>%1: value</source>
        <translation>%1: Wert</translation>
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
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Conversation · %1</source>
        <translation>Unterhaltung · %1</translation>
    </message>
</context>
<context>
    <name>gui::PassphraseDialog</name>
    <message>
        <source>Choose a passphrase</source>
        <translation>Ein Kennwort wählen</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Passphrase</translation>
    </message>
    <message>
        <source>Choose a passphrase for %1</source>
        <translation>Ein Kennwort für %1 wählen</translation>
    </message>
    <message>
        <source>%1 is locked with a passphrase</source>
        <translation>%1 ist mit einem Kennwort gesichert</translation>
    </message>
    <message>
        <source>This computer offers no key store that could keep the workspace&apos;s key. A passphrase protects it instead. Without it nobody can open the workspace, so keep it in a safe place.</source>
        <translation>Dieser Rechner bietet keinen Schlüsselspeicher, der den Schlüssel des Arbeitsbereichs aufbewahren könnte. Stattdessen schützt ihn ein Kennwort. Ohne dieses kann niemand den Arbeitsbereich öffnen; bewahren Sie es sicher auf.</translation>
    </message>
    <message>
        <source>Enter it to open the workspace.</source>
        <translation>Geben Sie es ein, um den Arbeitsbereich zu öffnen.</translation>
    </message>
    <message>
        <source>At least %1 characters.</source>
        <translation>Mindestens %1 Zeichen.</translation>
    </message>
    <message>
        <source>Once more</source>
        <translation>Noch einmal</translation>
    </message>
    <message>
        <source>At least %1 characters are needed.</source>
        <translation>Mindestens %1 Zeichen sind nötig.</translation>
    </message>
    <message>
        <source>The two are not the same.</source>
        <translation>Die beiden sind nicht gleich.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Create the workspace</source>
        <translation>Arbeitsbereich anlegen</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>This passphrase does not open it. Try again.</source>
        <translation>Dieses Kennwort öffnet ihn nicht. Versuchen Sie es noch einmal.</translation>
    </message>
</context>
<context>
    <name>gui::PhonePicture</name>
    <message>
        <source>Preview on a phone</source>
        <translation>Vorschau auf einem Telefon</translation>
    </message>
    <message>
        <source>The preview comes back once the text can be read.</source>
        <translation>Die Vorschau kommt zurück, sobald der Text lesbar ist.</translation>
    </message>
    <message>
        <source>The message appears here as you write.</source>
        <translation>Die Nachricht erscheint hier, während Sie schreiben.</translation>
    </message>
</context>
<context>
    <name>gui::PhonesWindow</name>
    <message>
        <source>Send</source>
        <translation>Senden</translation>
    </message>
    <message>
        <source>Answer as this phone</source>
        <translation>Als dieses Telefon antworten</translation>
    </message>
    <message>
        <source>Answer as this phone; STOP opts out</source>
        <translation>Als dieses Telefon antworten; STOP meldet ab</translation>
    </message>
    <message>
        <source>Nobody has got a message yet. Send a campaign or a test message.</source>
        <translation>Noch niemand hat eine Nachricht bekommen. Senden Sie eine Kampagne oder eine Testnachricht.</translation>
    </message>
    <message>
        <source>Simulated phones and mailboxes</source>
        <translation>Simulierte Telefone und Postfächer</translation>
    </message>
    <message>
        <source>Phones and mailboxes</source>
        <translation>Telefone und Postfächer</translation>
    </message>
    <message>
        <source>Phones and mailboxes, the last one written to first</source>
        <translation>Telefone und Postfächer, das zuletzt angeschriebene zuerst</translation>
    </message>
    <message>
        <source>A simulated mailbox shows mail and answers none</source>
        <translation>Ein simuliertes Postfach zeigt Mails und beantwortet keine</translation>
    </message>
</context>
<context>
    <name>gui::PriceActions</name>
    <message>
        <source>Import a price list</source>
        <translation>Preisliste importieren</translation>
    </message>
    <message>
        <source>Price lists (*.csv *.txt *.tsv);;All files (*)</source>
        <translation>Preislisten (*.csv *.txt *.tsv);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Save the rows that do not fit</source>
        <translation>Zeilen speichern, die nicht passen</translation>
    </message>
    <message>
        <source>rejected prices.csv</source>
        <comment>a file&apos;s name</comment>
        <translation>abgelehnte Preise.csv</translation>
    </message>
    <message numerus="yes">
        <source>%Ln prices imported. Estimates go by them from now on.</source>
        <translation>
            <numerusform>Ein Preis wurde importiert. Schätzungen richten sich ab jetzt danach.</numerusform>
            <numerusform>%Ln Preise wurden importiert. Schätzungen richten sich ab jetzt danach.</numerusform>
        </translation>
    </message>
    <message>
        <source>Price lists (*.csv)</source>
        <translation>Preislisten (*.csv)</translation>
    </message>
    <message>
        <source>Written to %1.</source>
        <translation>Geschrieben nach %1.</translation>
    </message>
    <message>
        <source>Save an example of a price list</source>
        <translation>Beispiel einer Preisliste speichern</translation>
    </message>
    <message>
        <source>example price list.csv</source>
        <comment>a file&apos;s name</comment>
        <translation>Beispiel einer Preisliste.csv</translation>
    </message>
    <message>
        <source>Save the prices</source>
        <translation>Preise speichern</translation>
    </message>
    <message>
        <source>price list.csv</source>
        <comment>a file&apos;s name</comment>
        <translation>Preisliste.csv</translation>
    </message>
    <message numerus="yes">
        <source>%Ln prices removed.</source>
        <translation>
            <numerusform>Ein Preis wurde entfernt.</numerusform>
            <numerusform>%Ln Preise wurden entfernt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln prices are back.</source>
        <translation>
            <numerusform>Der Preis ist wieder da.</numerusform>
            <numerusform>%Ln Preise sind wieder da.</numerusform>
        </translation>
    </message>
    <message>
        <source>The price is added.</source>
        <translation>Der Preis ist hinzugefügt.</translation>
    </message>
    <message>
        <source>The price is changed.</source>
        <translation>Der Preis ist geändert.</translation>
    </message>
    <message>
        <source>The price is as it was.</source>
        <translation>Der Preis ist wie zuvor.</translation>
    </message>
</context>
<context>
    <name>gui::PriceDialog</name>
    <message>
        <source>Add a price</source>
        <translation>Preis hinzufügen</translation>
    </message>
    <message>
        <source>Edit the price</source>
        <translation>Preis bearbeiten</translation>
    </message>
    <message>
        <source>All others</source>
        <comment>countries</comment>
        <translation>Alle anderen</translation>
    </message>
    <message>
        <source>A segment</source>
        <comment>what a price is for</comment>
        <translation>Ein Segment</translation>
    </message>
    <message>
        <source>A message</source>
        <comment>what a price is for</comment>
        <translation>Eine Nachricht</translation>
    </message>
    <message>
        <source>Always</source>
        <translation>Immer</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Konto</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>Kanal</translation>
    </message>
    <message>
        <source>To this country</source>
        <translation>In dieses Land</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Preis</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>Währung</translation>
    </message>
    <message>
        <source>For</source>
        <translation>Für</translation>
    </message>
    <message>
        <source>Valid from</source>
        <translation>Gültig ab</translation>
    </message>
    <message>
        <source>A date such as %1; empty for a price that always held.</source>
        <translation>Ein Datum wie %1; leer für einen Preis, der schon immer galt.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Add the price</source>
        <translation>Preis hinzufügen</translation>
    </message>
    <message>
        <source>Save the price</source>
        <translation>Preis sichern</translation>
    </message>
    <message>
        <source>There is a price for this already, %1. This one takes its place.</source>
        <translation>Hierfür gibt es schon einen Preis, %1. Dieser tritt an seine Stelle.</translation>
    </message>
    <message>
        <source>A price is needed; 0 where it costs nothing.</source>
        <translation>Ein Preis wird gebraucht; 0, wo es nichts kostet.</translation>
    </message>
    <message>
        <source>An amount such as %1, with at most six places.</source>
        <translation>Ein Betrag wie %1, mit höchstens sechs Stellen.</translation>
    </message>
    <message>
        <source>A currency has three letters, such as USD.</source>
        <translation>Eine Währung hat drei Buchstaben, etwa EUR.</translation>
    </message>
    <message>
        <source>This is no date; one such as %1 is.</source>
        <translation>Das ist kein Datum; %1 wäre eines.</translation>
    </message>
</context>
<context>
    <name>gui::PriceImportDialog</name>
    <message>
        <source>Import a price list</source>
        <translation>Preisliste importieren</translation>
    </message>
    <message>
        <source>There is no price in it that could be imported.</source>
        <translation>Sie enthält keinen Preis, der importiert werden könnte.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln prices can be imported.</source>
        <translation>
            <numerusform>Ein Preis kann importiert werden.</numerusform>
            <numerusform>%Ln Preise können importiert werden.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of them take the place of one there is.</source>
        <translation>
            <numerusform>Einer davon ersetzt einen vorhandenen.</numerusform>
            <numerusform>%Ln davon ersetzen vorhandene.</numerusform>
        </translation>
    </message>
    <message>
        <source>Every row of the file fits.</source>
        <translation>Jede Zeile der Datei passt.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln rows do not fit and are left out:</source>
        <translation>
            <numerusform>Eine Zeile passt nicht und wird ausgelassen:</numerusform>
            <numerusform>%Ln Zeilen passen nicht und werden ausgelassen:</numerusform>
        </translation>
    </message>
    <message>
        <source>Row</source>
        <translation>Zeile</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>Problem</translation>
    </message>
    <message>
        <source>The row</source>
        <translation>Inhalt</translation>
    </message>
    <message>
        <source>Rows that do not fit</source>
        <translation>Zeilen, die nicht passen</translation>
    </message>
    <message>
        <source>Save these rows…</source>
        <translation>Diese Zeilen speichern …</translation>
    </message>
    <message>
        <source>Save the rows that do not fit as a file</source>
        <translation>Zeilen, die nicht passen, als Datei speichern</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message numerus="yes">
        <source>Import %Ln prices</source>
        <translation>
            <numerusform>Einen Preis importieren</numerusform>
            <numerusform>%Ln Preise importieren</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gui::PriceText</name>
    <message>
        <source>My account</source>
        <translation>Mein Konto</translation>
    </message>
    <message>
        <source>The line has too few or too many columns.</source>
        <translation>Die Zeile hat zu wenige oder zu viele Spalten.</translation>
    </message>
    <message>
        <source>The file has a price for this account, channel, country and day already.</source>
        <translation>Die Datei hat für dieses Konto, diesen Kanal, dieses Land und diesen Tag schon einen Preis.</translation>
    </message>
    <message>
        <source>The account does not offer this channel.</source>
        <translation>Das Konto bietet diesen Kanal nicht.</translation>
    </message>
    <message>
        <source>The account&apos;s name is missing.</source>
        <translation>Der Name des Kontos fehlt.</translation>
    </message>
    <message>
        <source>There is no account of this name.</source>
        <translation>Ein Konto dieses Namens gibt es nicht.</translation>
    </message>
    <message>
        <source>A channel is sms, whatsapp or email.</source>
        <translation>Ein Kanal ist sms, whatsapp oder email.</translation>
    </message>
    <message>
        <source>There is no country with this code.</source>
        <translation>Ein Land mit diesem Kürzel gibt es nicht.</translation>
    </message>
    <message>
        <source>A country has two letters, such as GB; none means all others.</source>
        <translation>Ein Land hat zwei Buchstaben, etwa GB; keines bedeutet alle anderen.</translation>
    </message>
    <message>
        <source>A unit is segment or message.</source>
        <translation>Eine Einheit ist segment oder message.</translation>
    </message>
    <message>
        <source>A price above 1,000 for one message is a slip.</source>
        <translation>Ein Preis über 1.000 für eine Nachricht ist ein Versehen.</translation>
    </message>
    <message>
        <source>A price is a number with a point, such as 0.0079.</source>
        <translation>Ein Preis ist eine Zahl mit Punkt, etwa 0.0079.</translation>
    </message>
    <message>
        <source>A currency has three letters, such as USD.</source>
        <translation>Eine Währung hat drei Buchstaben, etwa USD.</translation>
    </message>
    <message>
        <source>A day is written like 2026-06-01; none means always.</source>
        <translation>Ein Tag wird wie 2026-06-01 geschrieben; keiner bedeutet immer.</translation>
    </message>
    <message>
        <source>The file is larger than 16 MB. Nothing was imported.</source>
        <translation>Die Datei ist größer als 16 MB. Nichts wurde importiert.</translation>
    </message>
    <message>
        <source>The first line has a column &apos;%1&apos; no price list has. Its columns are: %2.</source>
        <translation>Die erste Zeile hat eine Spalte „%1“, die keine Preisliste hat. Deren Spalten sind: %2.</translation>
    </message>
    <message>
        <source>The first line has no column &apos;%1&apos;. The columns are: %2.</source>
        <translation>Der ersten Zeile fehlt die Spalte „%1“. Die Spalten sind: %2.</translation>
    </message>
</context>
<context>
    <name>gui::PricesSection</name>
    <message>
        <source>Account</source>
        <translation>Konto</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>Kanal</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>Land</translation>
    </message>
    <message>
        <source>All others</source>
        <comment>countries</comment>
        <translation>Alle anderen</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Preis</translation>
    </message>
    <message>
        <source>Holds</source>
        <translation>Gilt</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Später</translation>
    </message>
    <message>
        <source>Past</source>
        <translation>Vorbei</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Valid from</source>
        <translation>Gültig ab</translation>
    </message>
    <message>
        <source>Always</source>
        <translation>Immer</translation>
    </message>
    <message>
        <source>Import a price list</source>
        <translation>Preisliste importieren</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>A price list tells what a campaign will cost before it is sent.</source>
        <translation>Eine Preisliste sagt vor dem Senden, was eine Kampagne kosten wird.</translation>
    </message>
    <message>
        <source>Most providers offer theirs as a file. Without one, estimates go by what messages have cost so far; what the provider reports for a message takes the estimate&apos;s place either way.</source>
        <translation>Die meisten Anbieter stellen ihre als Datei bereit. Ohne sie richten sich Schätzungen nach den bisherigen Kosten; was der Anbieter für eine Nachricht meldet, ersetzt die Schätzung in jedem Fall.</translation>
    </message>
    <message>
        <source>Save an example file</source>
        <translation>Beispieldatei speichern</translation>
    </message>
    <message>
        <source>Prices</source>
        <translation>Preise</translation>
    </message>
    <message>
        <source>More with prices</source>
        <translation>Mehr mit Preisen</translation>
    </message>
    <message>
        <source>Save as a file…</source>
        <translation>Als Datei speichern …</translation>
    </message>
    <message>
        <source>Save an example file…</source>
        <translation>Beispieldatei speichern …</translation>
    </message>
    <message>
        <source>What a message is expected to cost. The price of its country comes before that of all others; what the provider reports takes the estimate&apos;s place.</source>
        <translation>Was eine Nachricht voraussichtlich kostet. Der Preis ihres Landes geht dem aller anderen vor; was der Anbieter meldet, ersetzt die Schätzung.</translation>
    </message>
    <message>
        <source>Search a country or account</source>
        <translation>Land oder Konto suchen</translation>
    </message>
    <message>
        <source>Prices of this account</source>
        <translation>Preise dieses Kontos</translation>
    </message>
    <message>
        <source>All accounts</source>
        <translation>Alle Konten</translation>
    </message>
    <message>
        <source>The first %1 of %2</source>
        <translation>Die ersten %1 von %2</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>prices</comment>
        <translation>%1 von %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln prices</source>
        <translation>
            <numerusform>Ein Preis</numerusform>
            <numerusform>%Ln Preise</numerusform>
        </translation>
    </message>
    <message>
        <source>Add a price</source>
        <translation>Preis hinzufügen</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Bearbeiten</translation>
    </message>
</context>
<context>
    <name>gui::ProviderActions</name>
    <message>
        <source>Provider saved.</source>
        <translation>Anbieter gespeichert.</translation>
    </message>
    <message>
        <source>The provider sends again.</source>
        <translation>Der Anbieter sendet wieder.</translation>
    </message>
    <message>
        <source>The first that fits and works is asked first.</source>
        <translation>Der erste, der passt und arbeitet, wird zuerst gefragt.</translation>
    </message>
    <message>
        <source>%1 is still needed</source>
        <translation>%1 wird noch gebraucht</translation>
    </message>
    <message>
        <source>Switch it off</source>
        <translation>Ausschalten</translation>
    </message>
    <message>
        <source>Remove %1?</source>
        <translation>%1 entfernen?</translation>
    </message>
    <message>
        <source>Remove the provider</source>
        <translation>Anbieter entfernen</translation>
    </message>
    <message>
        <source>Provider removed.</source>
        <translation>Anbieter entfernt.</translation>
    </message>
    <message>
        <source>This is a test message from Heliograph.</source>
        <translation>Das ist eine Testnachricht von Heliograph.</translation>
    </message>
    <message>
        <source>Test message</source>
        <translation>Testnachricht</translation>
    </message>
    <message>
        <source>Test message to %1 is on its way.</source>
        <translation>Testnachricht an %1 ist unterwegs.</translation>
    </message>
</context>
<context>
    <name>gui::ProviderDialog</name>
    <message>
        <source>Test connection</source>
        <translation>Verbindung prüfen</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Edit %1</source>
        <translation>%1 bearbeiten</translation>
    </message>
    <message>
        <source>kept; type to replace it</source>
        <translation>bleibt erhalten; zum Ersetzen tippen</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Messages a second</source>
        <translation>Nachrichten je Sekunde</translation>
    </message>
    <message>
        <source>At the same time</source>
        <translation>Gleichzeitig</translation>
    </message>
    <message>
        <source>Requests under way.</source>
        <translation>Laufende Anfragen.</translation>
    </message>
    <message>
        <source>Add %1</source>
        <translation>%1 hinzufügen</translation>
    </message>
    <message>
        <source>What this account is called in lists and reports.</source>
        <translation>Wie dieses Konto in Listen und Berichten heißt.</translation>
    </message>
    <message>
        <source>Asking %1 …</source>
        <translation>%1 wird gefragt …</translation>
    </message>
    <message>
        <source>as in the account it is a copy of; type to replace it</source>
        <translation>wie im Konto, dessen Kopie es ist; zum Ersetzen tippen</translation>
    </message>
    <message>
        <source>What %1 allows you.</source>
        <translation>Was %1 Ihnen erlaubt.</translation>
    </message>
    <message>
        <source>Hide advanced settings</source>
        <translation>Erweiterte Einstellungen verbergen</translation>
    </message>
    <message>
        <source>Show advanced settings</source>
        <translation>Erweiterte Einstellungen zeigen</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>field: what is wrong with it</comment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>gui::ProviderTemplateDialog</name>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Kategorie</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Choose a template</source>
        <translation>Vorlage wählen</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Konto</translation>
    </message>
    <message>
        <source>Search name or text</source>
        <translation>Name oder Text suchen</translation>
    </message>
    <message>
        <source>Fetch again</source>
        <translation>Neu abrufen</translation>
    </message>
    <message>
        <source>Templates of the account</source>
        <translation>Vorlagen des Kontos</translation>
    </message>
    <message>
        <source>Content SID</source>
        <translation>Content-SID</translation>
    </message>
    <message>
        <source>This account does not tell which templates it has. The SID stands beside each of them in Twilio&apos;s Content Template Builder.</source>
        <translation>Dieses Konto sagt nicht, welche Vorlagen es hat. Die SID steht neben jeder Vorlage in Twilios Content Template Builder.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Use this template</source>
        <translation>Diese Vorlage verwenden</translation>
    </message>
    <message>
        <source>Fetching the templates …</source>
        <translation>Vorlagen werden abgerufen …</translation>
    </message>
    <message>
        <source>Not fetched yet</source>
        <translation>Noch nicht abgerufen</translation>
    </message>
    <message>
        <source>Fetched %1</source>
        <translation>Abgerufen %1</translation>
    </message>
    <message>
        <source>The last try to fetch them failed: %1</source>
        <translation>Der letzte Abruf ist gescheitert: %1</translation>
    </message>
    <message>
        <source>No template fits this search.</source>
        <translation>Keine Vorlage passt zu dieser Suche.</translation>
    </message>
    <message>
        <source>This account has no templates yet. They are written and approved in WhatsApp Manager.</source>
        <translation>Dieses Konto hat noch keine Vorlagen. Sie werden im WhatsApp Manager geschrieben und freigegeben.</translation>
    </message>
    <message>
        <source>The templates of this account have not been fetched yet.</source>
        <translation>Die Vorlagen dieses Kontos wurden noch nicht abgerufen.</translation>
    </message>
</context>
<context>
    <name>gui::ProviderTemplateWords</name>
    <message>
        <source>%1, %2</source>
        <comment>language and its code</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Marketing</source>
        <translation>Werbung</translation>
    </message>
    <message>
        <source>Utility</source>
        <translation>Service</translation>
    </message>
    <message>
        <source>Authentication</source>
        <translation>Anmeldung</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>Freigegeben</translation>
    </message>
    <message>
        <source>In review</source>
        <translation>In Prüfung</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Pausiert</translation>
    </message>
    <message>
        <source>Switched off</source>
        <translation>Abgeschaltet</translation>
    </message>
    <message>
        <source>In appeal</source>
        <translation>Im Einspruch</translation>
    </message>
    <message>
        <source>Reason given: %1.</source>
        <translation>Angegebener Grund: %1.</translation>
    </message>
    <message>
        <source>It has a picture, film or file in its head, which cannot be sent from here.</source>
        <translation>Sie hat ein Bild, einen Film oder eine Datei im Kopf; das kann von hier aus nicht gesendet werden.</translation>
    </message>
    <message>
        <source>It has parts that take more than text, which cannot be sent from here.</source>
        <translation>Sie hat Teile, die mehr als Text brauchen; das kann von hier aus nicht gesendet werden.</translation>
    </message>
    <message>
        <source>WhatsApp has not approved it yet.</source>
        <translation>WhatsApp hat sie noch nicht freigegeben.</translation>
    </message>
    <message>
        <source>WhatsApp has rejected it.</source>
        <translation>WhatsApp hat sie abgelehnt.</translation>
    </message>
    <message>
        <source>WhatsApp has paused it, because people complained or did not read it.</source>
        <translation>WhatsApp hat sie pausiert, weil sich Empfänger beschwert oder sie nicht gelesen haben.</translation>
    </message>
    <message>
        <source>WhatsApp has switched it off.</source>
        <translation>WhatsApp hat sie abgeschaltet.</translation>
    </message>
    <message>
        <source>WhatsApp does not send it in this state: %1.</source>
        <translation>WhatsApp sendet sie in diesem Zustand nicht: %1.</translation>
    </message>
</context>
<context>
    <name>gui::ProviderWords</name>
    <message>
        <source>Account SID</source>
        <translation>Konto-SID</translation>
    </message>
    <message>
        <source>Begins with AC. On the first page of the Twilio Console, under Account Info.</source>
        <translation>Beginnt mit AC. Auf der ersten Seite der Twilio-Konsole unter „Account Info“.</translation>
    </message>
    <message>
        <source>An account SID is AC and 32 more digits and letters from a to f.</source>
        <translation>Eine Konto-SID ist AC und 32 weitere Ziffern und Buchstaben von a bis f.</translation>
    </message>
    <message>
        <source>Auth token</source>
        <translation>Auth-Token</translation>
    </message>
    <message>
        <source>Beside the account SID in the Twilio Console. Not needed with an API key.</source>
        <translation>Neben der Konto-SID in der Twilio-Konsole. Mit einem API-Schlüssel nicht nötig.</translation>
    </message>
    <message>
        <source>Sender number</source>
        <translation>Absendernummer</translation>
    </message>
    <message>
        <source>With + and country code, a short code, or a name. Not needed with a messaging service.</source>
        <translation>Mit + und Landesvorwahl, eine Kurznummer oder ein Name. Mit einem Messaging Service nicht nötig.</translation>
    </message>
    <message>
        <source>A number with + and country code, a short code, or up to 11 letters and digits.</source>
        <translation>Eine Nummer mit + und Ländervorwahl, eine Kurzwahl, oder bis zu 11 Buchstaben und Ziffern.</translation>
    </message>
    <message>
        <source>WhatsApp sender</source>
        <translation>WhatsApp-Absender</translation>
    </message>
    <message>
        <source>The number that is registered for WhatsApp, with + and country code. Under Messaging, Senders, WhatsApp senders.</source>
        <translation>Die für WhatsApp angemeldete Nummer, mit + und Landesvorwahl. Unter Messaging, Senders, WhatsApp senders.</translation>
    </message>
    <message>
        <source>A number with + and country code.</source>
        <translation>Eine Nummer mit + und Landesvorwahl.</translation>
    </message>
    <message>
        <source>Messaging service</source>
        <translation>Messaging Service</translation>
    </message>
    <message>
        <source>Begins with MG; in place of the sender number. In the Twilio Console under Messaging, Services.</source>
        <translation>Beginnt mit MG; anstelle der Absendernummer. In der Twilio Console unter Messaging, Services.</translation>
    </message>
    <message>
        <source>A messaging service is MG and 32 more digits and letters from a to f.</source>
        <translation>Ein Messaging Service ist MG und 32 weitere Ziffern und Buchstaben von a bis f.</translation>
    </message>
    <message>
        <source>API key SID</source>
        <translation>SID des API-Schlüssels</translation>
    </message>
    <message>
        <source>Begins with SK; in place of the auth token. Under Account, API keys.</source>
        <translation>Beginnt mit SK; anstelle des Auth-Tokens. Unter Account, API keys.</translation>
    </message>
    <message>
        <source>An API key SID is SK and 32 more digits and letters from a to f.</source>
        <translation>Die SID eines API-Schlüssels ist SK und 32 weitere Ziffern und Buchstaben von a bis f.</translation>
    </message>
    <message>
        <source>API key secret</source>
        <translation>Geheimnis des API-Schlüssels</translation>
    </message>
    <message>
        <source>Shown once by Twilio when the key is made.</source>
        <translation>Zeigt Twilio einmal, wenn der Schlüssel angelegt wird.</translation>
    </message>
    <message>
        <source>Access key</source>
        <translation>Zugangsschlüssel</translation>
    </message>
    <message>
        <source>In the MessageBird dashboard under Developers, API access. A test key sends nothing and costs nothing.</source>
        <translation>Im MessageBird-Dashboard unter Developers, API access. Ein Testschlüssel sendet nichts und kostet nichts.</translation>
    </message>
    <message>
        <source>Sender</source>
        <translation>Absender</translation>
    </message>
    <message>
        <source>A number you have there with + and country code, or a name of up to 11 letters and digits.</source>
        <translation>Eine Nummer, die Sie dort haben, mit + und Landesvorwahl, oder ein Name aus bis zu 11 Buchstaben und Ziffern.</translation>
    </message>
    <message>
        <source>A number with + and country code, or a name of up to 11 letters and digits.</source>
        <translation>Eine Nummer mit + und Landesvorwahl oder ein Name aus bis zu 11 Buchstaben und Ziffern.</translation>
    </message>
    <message>
        <source>Signing key</source>
        <translation>Signaturschlüssel</translation>
    </message>
    <message>
        <source>In the dashboard under Developers, Settings. Tells real receipts from made-up ones.</source>
        <translation>Im Dashboard unter Developers, Settings. Unterscheidet echte Quittungen von erfundenen.</translation>
    </message>
    <message>
        <source>API key</source>
        <translation>API-Schlüssel</translation>
    </message>
    <message>
        <source>Begins with bk_ and the region. In Bird under Settings, Access keys.</source>
        <translation>Beginnt mit bk_ und der Region. In Bird unter Settings, Access keys.</translation>
    </message>
    <message>
        <source>An API key begins with bk_ and the region, such as bk_eu1_.</source>
        <translation>Ein API-Schlüssel beginnt mit bk_ und der Region, etwa bk_eu1_.</translation>
    </message>
    <message>
        <source>A number of your Bird workspace with + and country code, a short code, or a name.</source>
        <translation>Eine Nummer Ihres Bird-Arbeitsbereichs mit + und Landesvorwahl, eine Kurznummer oder ein Name.</translation>
    </message>
    <message>
        <source>Webhook secret</source>
        <translation>Webhook-Geheimnis</translation>
    </message>
    <message>
        <source>Begins with whsec_; shown by Bird when the webhook is made.</source>
        <translation>Beginnt mit whsec_; Bird zeigt es, wenn der Webhook entsteht.</translation>
    </message>
    <message>
        <source>A webhook secret begins with whsec_.</source>
        <translation>Ein Webhook-Geheimnis beginnt mit whsec_.</translation>
    </message>
    <message>
        <source>Base URL</source>
        <translation>Basis-URL</translation>
    </message>
    <message>
        <source>Leave empty: the region is read from the key.</source>
        <translation>Leer lassen: Die Region steht im Schlüssel.</translation>
    </message>
    <message>
        <source>An address such as https://eu1.platform.bird.com.</source>
        <translation>Eine Adresse wie https://eu1.platform.bird.com.</translation>
    </message>
    <message>
        <source>On the first page of the Vonage dashboard, under API settings.</source>
        <translation>Auf der ersten Seite des Vonage-Dashboards, unter API settings.</translation>
    </message>
    <message>
        <source>An API key has 8 letters and digits.</source>
        <translation>Ein API-Schlüssel hat 8 Buchstaben und Ziffern.</translation>
    </message>
    <message>
        <source>API secret</source>
        <translation>API-Geheimnis</translation>
    </message>
    <message>
        <source>Beside the API key in the Vonage dashboard.</source>
        <translation>Neben dem API-Schlüssel im Vonage-Dashboard.</translation>
    </message>
    <message>
        <source>A number you rent there with + and country code, or a name of up to 11 letters and digits.</source>
        <translation>Eine dort gemietete Nummer mit + und Landesvorwahl oder ein Name aus bis zu 11 Buchstaben und Ziffern.</translation>
    </message>
    <message>
        <source>Signature secret</source>
        <translation>Signaturgeheimnis</translation>
    </message>
    <message>
        <source>In the dashboard under API settings; signs receipts, so that made-up ones are refused.</source>
        <translation>Im Dashboard unter API settings; signiert Quittungen, damit erfundene abgewiesen werden.</translation>
    </message>
    <message>
        <source>Signature method</source>
        <translation>Signaturverfahren</translation>
    </message>
    <message>
        <source>As chosen beside the signature secret.</source>
        <translation>Wie neben dem Signaturgeheimnis gewählt.</translation>
    </message>
    <message>
        <source>Sign requests</source>
        <translation>Anfragen signieren</translation>
    </message>
    <message>
        <source>With the signature secret in place of the API secret, where the account asks for it.</source>
        <translation>Mit dem Signaturgeheimnis anstelle des API-Geheimnisses, wo das Konto es verlangt.</translation>
    </message>
    <message>
        <source>Reports URL</source>
        <translation>Adresse der Berichte</translation>
    </message>
    <message>
        <source>Where sent messages are looked up. Leave empty unless Vonage told you another one.</source>
        <translation>Wo gesendete Nachrichten nachgeschlagen werden. Leer lassen, wenn Vonage Ihnen keine andere genannt hat.</translation>
    </message>
    <message>
        <source>An address such as https://api.nexmo.com.</source>
        <translation>Eine Adresse wie https://api.nexmo.com.</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>Region</translation>
    </message>
    <message>
        <source>Where your SMS settings are, such as eu-west-1. At the top right of the AWS console.</source>
        <translation>Wo Ihre SMS-Einstellungen liegen, etwa eu-west-1. Oben rechts in der AWS-Konsole.</translation>
    </message>
    <message>
        <source>A region is written like eu-west-1.</source>
        <translation>Eine Region schreibt sich wie eu-west-1.</translation>
    </message>
    <message>
        <source>Access key ID</source>
        <translation>ID des Zugangsschlüssels</translation>
    </message>
    <message>
        <source>Of a user who may publish to SNS. In the AWS console under IAM, Users, Security credentials.</source>
        <translation>Eines Benutzers, der an SNS veröffentlichen darf. In der AWS-Konsole unter IAM, Users, Security credentials.</translation>
    </message>
    <message>
        <source>An access key ID has letters and digits only, and begins with AKIA or ASIA.</source>
        <translation>Die ID eines Zugangsschlüssels hat nur Buchstaben und Ziffern und beginnt mit AKIA oder ASIA.</translation>
    </message>
    <message>
        <source>Secret access key</source>
        <translation>Geheimer Zugangsschlüssel</translation>
    </message>
    <message>
        <source>Shown once by AWS when the access key is made.</source>
        <translation>AWS zeigt ihn einmal, wenn der Zugangsschlüssel entsteht.</translation>
    </message>
    <message>
        <source>Sender ID</source>
        <translation>Absenderkennung</translation>
    </message>
    <message>
        <source>A name of 3 to 11 letters and digits. Countries without sender IDs show a number.</source>
        <translation>Ein Name aus 3 bis 11 Buchstaben und Ziffern. Länder ohne Absenderkennungen zeigen eine Nummer.</translation>
    </message>
    <message>
        <source>A sender ID has 3 to 11 letters, digits or hyphens, with at least one letter.</source>
        <translation>Eine Absenderkennung hat 3 bis 11 Buchstaben, Ziffern oder Bindestriche, mindestens einen Buchstaben.</translation>
    </message>
    <message>
        <source>Origination number</source>
        <translation>Ausgangsnummer</translation>
    </message>
    <message>
        <source>A number you have at AWS, if any; it goes before the sender ID.</source>
        <translation>Eine Nummer, die Sie bei AWS haben, falls es eine gibt; sie geht der Absenderkennung vor.</translation>
    </message>
    <message>
        <source>A number has 5 to 14 digits.</source>
        <translation>Eine Nummer hat 5 bis 14 Ziffern.</translation>
    </message>
    <message>
        <source>Highest price of a message</source>
        <translation>Höchster Preis einer Nachricht</translation>
    </message>
    <message>
        <source>In US dollars. Amazon drops dearer messages without a word.</source>
        <translation>In US-Dollar. Teurere Nachrichten verwirft Amazon wortlos.</translation>
    </message>
    <message>
        <source>An amount in US dollars such as 0.05.</source>
        <translation>Ein Betrag in US-Dollar wie 0.05.</translation>
    </message>
    <message>
        <source>Session token</source>
        <translation>Sitzungstoken</translation>
    </message>
    <message>
        <source>Only with keys that hold for a short time.</source>
        <translation>Nur bei Schlüsseln, die kurze Zeit gelten.</translation>
    </message>
    <message>
        <source>Entity ID</source>
        <translation>Entity-ID</translation>
    </message>
    <message>
        <source>For India: your registration as a sender.</source>
        <translation>Für Indien: Ihre Anmeldung als Absender.</translation>
    </message>
    <message>
        <source>An entity ID has letters, digits and hyphens only.</source>
        <translation>Eine Entity-ID hat nur Buchstaben, Ziffern und Bindestriche.</translation>
    </message>
    <message>
        <source>Template ID</source>
        <translation>Vorlagen-ID</translation>
    </message>
    <message>
        <source>For India: the registration of the text.</source>
        <translation>Für Indien: die Anmeldung des Textes.</translation>
    </message>
    <message>
        <source>A template ID has letters, digits and hyphens only.</source>
        <translation>Eine Vorlagen-ID hat nur Buchstaben, Ziffern und Bindestriche.</translation>
    </message>
    <message>
        <source>Leave empty: the region tells it.</source>
        <translation>Leer lassen: Die Region sagt es.</translation>
    </message>
    <message>
        <source>An address such as https://sns.eu-west-1.amazonaws.com.</source>
        <translation>Eine Adresse wie https://sns.eu-west-1.amazonaws.com.</translation>
    </message>
    <message>
        <source>Phone number ID</source>
        <translation>ID der Telefonnummer</translation>
    </message>
    <message>
        <source>Not the number itself. In Meta&apos;s developer pages under WhatsApp, API setup.</source>
        <translation>Nicht die Nummer selbst. Auf Metas Entwicklerseiten unter WhatsApp, API setup.</translation>
    </message>
    <message>
        <source>A phone number ID has digits only.</source>
        <translation>Die ID einer Telefonnummer hat nur Ziffern.</translation>
    </message>
    <message>
        <source>WhatsApp Business account ID</source>
        <translation>ID des WhatsApp-Business-Kontos</translation>
    </message>
    <message>
        <source>Below the phone number ID. Your approved templates belong to it.</source>
        <translation>Unter der ID der Telefonnummer. Ihm gehören Ihre genehmigten Vorlagen.</translation>
    </message>
    <message>
        <source>An account ID has digits only.</source>
        <translation>Eine Konto-ID hat nur Ziffern.</translation>
    </message>
    <message>
        <source>Access token</source>
        <translation>Zugangstoken</translation>
    </message>
    <message>
        <source>Of a system user: in Meta Business Suite under Users, System users. Others end after hours.</source>
        <translation>Eines Systembenutzers: in der Meta Business Suite unter Users, System users. Andere enden nach Stunden.</translation>
    </message>
    <message>
        <source>App secret</source>
        <translation>App-Geheimnis</translation>
    </message>
    <message>
        <source>In Meta&apos;s developer pages under App settings, Basic. Tells real receipts from made-up ones.</source>
        <translation>Auf Metas Entwicklerseiten unter App settings, Basic. Unterscheidet echte Quittungen von erfundenen.</translation>
    </message>
    <message>
        <source>Verify token</source>
        <translation>Prüftoken</translation>
    </message>
    <message>
        <source>A word you choose and enter at Meta, too, when you set up the webhook.</source>
        <translation>Ein Wort Ihrer Wahl, das Sie auch bei Meta eingeben, wenn Sie den Webhook einrichten.</translation>
    </message>
    <message>
        <source>Version of the interface</source>
        <translation>Version der Schnittstelle</translation>
    </message>
    <message>
        <source>Leave empty unless Meta retires this one.</source>
        <translation>Leer lassen, solange Meta diese nicht abschafft.</translation>
    </message>
    <message>
        <source>A version is written like v25.0.</source>
        <translation>Eine Version schreibt sich wie v25.0.</translation>
    </message>
    <message>
        <source>In your FlashChat panel under Tools, API keys.</source>
        <translation>In Ihrem FlashChat-Panel unter Tools, API keys.</translation>
    </message>
    <message>
        <source>Interface</source>
        <translation>Schnittstelle</translation>
    </message>
    <message>
        <source>Which of the two ways of asking your FlashChat understands. Test connection tells.</source>
        <translation>Welche der beiden Arten zu fragen Ihr FlashChat versteht. „Verbindung prüfen“ sagt es.</translation>
    </message>
    <message>
        <source>Sends by</source>
        <translation>Sendet über</translation>
    </message>
    <message>
        <source>SMS leave</source>
        <translation>SMS gehen hinaus</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Telefon</translation>
    </message>
    <message>
        <source>The id of the Android phone that sends, under Android, Devices.</source>
        <translation>Die ID des Android-Telefons, das sendet, unter Android, Devices.</translation>
    </message>
    <message>
        <source>Gateway</source>
        <translation>Gateway</translation>
    </message>
    <message>
        <source>The id of the paid gateway, where messages leave by credits.</source>
        <translation>Die ID des bezahlten Gateways, über das Nachrichten gegen Guthaben gehen.</translation>
    </message>
    <message>
        <source>SIM card</source>
        <translation>SIM-Karte</translation>
    </message>
    <message>
        <source>1 or 2, where the phone has two.</source>
        <translation>1 oder 2, wenn das Telefon zwei hat.</translation>
    </message>
    <message>
        <source>1 or 2.</source>
        <translation>1 oder 2.</translation>
    </message>
    <message>
        <source>WhatsApp account</source>
        <translation>WhatsApp-Konto</translation>
    </message>
    <message>
        <source>The unique id of the linked WhatsApp account, under WhatsApp, Accounts.</source>
        <translation>Die eindeutige ID des verknüpften WhatsApp-Kontos, unter WhatsApp, Accounts.</translation>
    </message>
    <message>
        <source>Webhooks are signed</source>
        <translation>Webhooks sind signiert</translation>
    </message>
    <message>
        <source>As your panel says; without a signature nobody can be told apart.</source>
        <translation>Wie Ihr Panel sagt; ohne Signatur ist niemand zu unterscheiden.</translation>
    </message>
    <message>
        <source>In your FlashChat panel under Tools, Webhooks.</source>
        <translation>In Ihrem FlashChat-Panel unter Tools, Webhooks.</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>Profil</translation>
    </message>
    <message>
        <source>A description of the interface as JSON, where yours differs. It goes before the choice above.</source>
        <translation>Eine Beschreibung der Schnittstelle als JSON, wo Ihre abweicht. Sie geht der Wahl oben vor.</translation>
    </message>
    <message>
        <source>This is no valid profile.</source>
        <translation>Das ist kein gültiges Profil.</translation>
    </message>
    <message>
        <source>The address of your panel&apos;s interface, which ends in /api.</source>
        <translation>Die Adresse der Schnittstelle Ihres Panels; sie endet mit /api.</translation>
    </message>
    <message>
        <source>An address such as https://flashchat.xyz/api.</source>
        <translation>Eine Adresse wie https://flashchat.xyz/api.</translation>
    </message>
    <message>
        <source>Address of the gateway</source>
        <translation>Adresse des Gateways</translation>
    </message>
    <message>
        <source>Where a message is handed over. The gateway&apos;s description calls it URL, endpoint or API address.</source>
        <translation>Wo eine Nachricht übergeben wird. Die Beschreibung des Gateways nennt es URL, Endpunkt oder API-Adresse.</translation>
    </message>
    <message>
        <source>A web address such as https://sms.example.net/v1/send.</source>
        <translation>Eine Webadresse wie https://sms.example.net/v1/send.</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>Methode</translation>
    </message>
    <message>
        <source>POST, unless the description says GET.</source>
        <translation>POST, wenn die Beschreibung nicht GET sagt.</translation>
    </message>
    <message>
        <source>Values are given as</source>
        <translation>Werte werden übergeben als</translation>
    </message>
    <message>
        <source>Name of the receiver&apos;s parameter</source>
        <translation>Name des Parameters für den Empfänger</translation>
    </message>
    <message>
        <source>What the gateway calls the recipient&apos;s number: to, phone, msisdn …</source>
        <translation>Wie das Gateway die Nummer des Empfängers nennt: to, phone, msisdn …</translation>
    </message>
    <message>
        <source>Numbers are written</source>
        <translation>Nummern werden geschrieben</translation>
    </message>
    <message>
        <source>Name of the text&apos;s parameter</source>
        <translation>Name des Parameters für den Text</translation>
    </message>
    <message>
        <source>What the gateway calls the text: text, message, body …</source>
        <translation>Wie das Gateway den Text nennt: text, message, body …</translation>
    </message>
    <message>
        <source>A number or a name the gateway knows you by.</source>
        <translation>Eine Nummer oder ein Name, unter dem das Gateway Sie kennt.</translation>
    </message>
    <message>
        <source>Name of the sender&apos;s parameter</source>
        <translation>Name des Parameters für den Absender</translation>
    </message>
    <message>
        <source>Leave empty where the gateway wants no sender.</source>
        <translation>Leer lassen, wo das Gateway keinen Absender will.</translation>
    </message>
    <message>
        <source>It knows you by</source>
        <translation>Es kennt Sie an</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>Name of the header</source>
        <translation>Name der Kopfzeile</translation>
    </message>
    <message>
        <source>Such as X-Api-Key.</source>
        <translation>Etwa X-Api-Key.</translation>
    </message>
    <message>
        <source>Password, token or key</source>
        <translation>Kennwort, Token oder Schlüssel</translation>
    </message>
    <message>
        <source>It is kept in the key store. {secret:secret} puts it into a parameter.</source>
        <translation>Es liegt im Schlüsselspeicher. {secret:secret} setzt es in einen Parameter ein.</translation>
    </message>
    <message>
        <source>Further parameters</source>
        <translation>Weitere Parameter</translation>
    </message>
    <message>
        <source>Sent with every message. Values may hold {ref}, {from} or {secret:secret}.</source>
        <translation>Gehen mit jeder Nachricht. Werte dürfen {ref}, {from} oder {secret:secret} enthalten.</translation>
    </message>
    <message>
        <source>A name or value does not fit, or a word in braces is unknown.</source>
        <translation>Ein Name oder Wert passt nicht, oder ein Wort in Klammern ist unbekannt.</translation>
    </message>
    <message>
        <source>Further headers</source>
        <translation>Weitere Kopfzeilen</translation>
    </message>
    <message>
        <source>Sent with every request.</source>
        <translation>Gehen mit jeder Anfrage.</translation>
    </message>
    <message>
        <source>Text of the request</source>
        <translation>Text der Anfrage</translation>
    </message>
    <message>
        <source>The whole of what is sent, with {to_e164}, {text}, {from} and {ref} in their places.</source>
        <translation>Alles, was gesendet wird, mit {to_e164}, {text}, {from} und {ref} an ihren Stellen.</translation>
    </message>
    <message>
        <source>This is no valid JSON, or a word in braces is unknown.</source>
        <translation>Das ist kein gültiges JSON, oder ein Wort in Klammern ist unbekannt.</translation>
    </message>
    <message>
        <source>Content type</source>
        <translation>Inhaltstyp</translation>
    </message>
    <message>
        <source>Of a text of its own, such as text/xml; charset=utf-8.</source>
        <translation>Eines eigenen Textes, etwa text/xml; charset=utf-8.</translation>
    </message>
    <message>
        <source>Where the message&apos;s id stands</source>
        <translation>Wo die ID der Nachricht steht</translation>
    </message>
    <message>
        <source>A path into the JSON answer such as $.id. Without it receipts cannot be asked for.</source>
        <translation>Ein Pfad in der JSON-Antwort wie $.id. Ohne ihn kann nicht nach Quittungen gefragt werden.</translation>
    </message>
    <message>
        <source>A path such as $.id or $.data[0].id.</source>
        <translation>Ein Pfad wie $.id oder $.data[0].id.</translation>
    </message>
    <message>
        <source>Where success stands</source>
        <translation>Wo der Erfolg steht</translation>
    </message>
    <message>
        <source>A path into the JSON answer. Empty: any answer of 200 to 299 is success.</source>
        <translation>Ein Pfad in der JSON-Antwort. Leer: Jede Antwort von 200 bis 299 ist ein Erfolg.</translation>
    </message>
    <message>
        <source>A path such as $.status.</source>
        <translation>Ein Pfad wie $.status.</translation>
    </message>
    <message>
        <source>Values that mean success</source>
        <translation>Werte, die Erfolg bedeuten</translation>
    </message>
    <message>
        <source>With commas between them.</source>
        <translation>Mit Kommas dazwischen.</translation>
    </message>
    <message>
        <source>Pattern of success</source>
        <translation>Muster des Erfolgs</translation>
    </message>
    <message>
        <source>For answers in plain text: a regular expression.</source>
        <translation>Für Antworten in reinem Text: ein regulärer Ausdruck.</translation>
    </message>
    <message>
        <source>This is no regular expression.</source>
        <translation>Das ist kein regulärer Ausdruck.</translation>
    </message>
    <message>
        <source>Where the error code stands</source>
        <translation>Wo der Fehlercode steht</translation>
    </message>
    <message>
        <source>A path such as $.error.code.</source>
        <translation>Ein Pfad wie $.error.code.</translation>
    </message>
    <message>
        <source>Where the error&apos;s text stands</source>
        <translation>Wo der Text des Fehlers steht</translation>
    </message>
    <message>
        <source>A path such as $.error.message.</source>
        <translation>Ein Pfad wie $.error.message.</translation>
    </message>
    <message>
        <source>What error codes mean</source>
        <translation>Was Fehlercodes bedeuten</translation>
    </message>
    <message>
        <source>Code and one of: retry_later, throttled, permanent_recipient, permanent_message, permanent_config, opted_out.</source>
        <translation>Code und eines von: retry_later, throttled, permanent_recipient, permanent_message, permanent_config, opted_out.</translation>
    </message>
    <message>
        <source>A meaning is unknown; the help below names them.</source>
        <translation>Eine Bedeutung ist unbekannt; die Hilfe darunter nennt sie.</translation>
    </message>
    <message>
        <source>Address for a message&apos;s status</source>
        <translation>Adresse für den Stand einer Nachricht</translation>
    </message>
    <message>
        <source>With {provider_id} where the message&apos;s id goes.</source>
        <translation>Mit {provider_id}, wo die ID der Nachricht hingehört.</translation>
    </message>
    <message>
        <source>A web address with {provider_id} in it.</source>
        <translation>Eine Webadresse mit {provider_id} darin.</translation>
    </message>
    <message>
        <source>Where the status stands</source>
        <translation>Wo der Stand steht</translation>
    </message>
    <message>
        <source>What status words mean</source>
        <translation>Was die Wörter des Standes bedeuten</translation>
    </message>
    <message>
        <source>The gateway&apos;s word and one of: submitted, sent, delivered, read, failed, expired, canceled.</source>
        <translation>Das Wort des Gateways und eines von: submitted, sent, delivered, read, failed, expired, canceled.</translation>
    </message>
    <message>
        <source>Address for the balance</source>
        <translation>Adresse für das Guthaben</translation>
    </message>
    <message>
        <source>A web address such as https://sms.example.net/v1/balance.</source>
        <translation>Eine Webadresse wie https://sms.example.net/v1/balance.</translation>
    </message>
    <message>
        <source>Where the balance stands</source>
        <translation>Wo das Guthaben steht</translation>
    </message>
    <message>
        <source>A path such as $.balance.</source>
        <translation>Ein Pfad wie $.balance.</translation>
    </message>
    <message>
        <source>Currency of the balance</source>
        <translation>Währung des Guthabens</translation>
    </message>
    <message>
        <source>A currency has three letters, such as EUR.</source>
        <translation>Eine Währung hat drei Buchstaben, etwa EUR.</translation>
    </message>
    <message>
        <source>Allow an unprotected connection</source>
        <translation>Ungeschützte Verbindung erlauben</translation>
    </message>
    <message>
        <source>Only for a gateway within your own network: text and key can be read on the way.</source>
        <translation>Nur für ein Gateway im eigenen Netz: Text und Schlüssel sind unterwegs lesbar.</translation>
    </message>
    <message>
        <source>A whole description of the gateway as JSON. It goes before all fields above.</source>
        <translation>Eine ganze Beschreibung des Gateways als JSON. Sie geht allen Feldern oben vor.</translation>
    </message>
    <message>
        <source>This is no valid profile; the message below says where.</source>
        <translation>Das ist kein gültiges Profil; die Meldung darunter sagt, wo.</translation>
    </message>
    <message>
        <source>Mail server</source>
        <translation>Mailserver</translation>
    </message>
    <message>
        <source>As your mail provider names it for outgoing mail (SMTP).</source>
        <translation>Wie Ihr Mailanbieter ihn für ausgehende Post (SMTP) nennt.</translation>
    </message>
    <message>
        <source>A server&apos;s name such as smtp.example.com, without a path.</source>
        <translation>Der Name eines Servers wie smtp.example.com, ohne Pfad.</translation>
    </message>
    <message>
        <source>Protection</source>
        <translation>Schutz</translation>
    </message>
    <message>
        <source>TLS with port 465, STARTTLS with port 587.</source>
        <translation>TLS mit Port 465, STARTTLS mit Port 587.</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Port</translation>
    </message>
    <message>
        <source>Empty: the usual one.</source>
        <translation>Leer: der übliche.</translation>
    </message>
    <message>
        <source>A port is a number from 1 to 65535.</source>
        <translation>Ein Port ist eine Zahl von 1 bis 65535.</translation>
    </message>
    <message>
        <source>Most often the whole e-mail address. Empty where the server asks for none.</source>
        <translation>Meist die ganze E-Mail-Adresse. Leer, wo der Server keinen verlangt.</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Kennwort</translation>
    </message>
    <message>
        <source>Some mail providers want a password of its own for programs.</source>
        <translation>Manche Mailanbieter wollen ein eigenes Kennwort für Programme.</translation>
    </message>
    <message>
        <source>Sender address</source>
        <translation>Absenderadresse</translation>
    </message>
    <message>
        <source>What recipients see and answer to. The server has to allow it.</source>
        <translation>Was Empfänger sehen und wohin sie antworten. Der Server muss sie erlauben.</translation>
    </message>
    <message>
        <source>An e-mail address such as news@shop.example.</source>
        <translation>Eine E-Mail-Adresse wie news@shop.example.</translation>
    </message>
    <message>
        <source>Sender name</source>
        <translation>Absendername</translation>
    </message>
    <message>
        <source>What recipients see before the address.</source>
        <translation>Was Empfänger vor der Adresse sehen.</translation>
    </message>
    <message>
        <source>A name of up to 200 characters.</source>
        <translation>Ein Name mit bis zu 200 Zeichen.</translation>
    </message>
    <message>
        <source>Answers go to</source>
        <translation>Antworten gehen an</translation>
    </message>
    <message>
        <source>Empty: to the sender address.</source>
        <translation>Leer: an die Absenderadresse.</translation>
    </message>
    <message>
        <source>An e-mail address.</source>
        <translation>Eine E-Mail-Adresse.</translation>
    </message>
    <message>
        <source>Unsubscribe page</source>
        <translation>Abmeldeseite</translation>
    </message>
    <message>
        <source>For one-click unsubscription; big mail providers ask for it. It has to begin with https.</source>
        <translation>Zur Abmeldung mit einem Klick; große Mailanbieter verlangen sie. Sie muss mit https beginnen.</translation>
    </message>
    <message>
        <source>An https address without ? or #.</source>
        <translation>Eine https-Adresse ohne ? und #.</translation>
    </message>
    <message>
        <source>Unsubscribe address</source>
        <translation>Abmeldeadresse</translation>
    </message>
    <message>
        <source>Where mail programs send the wish to unsubscribe.</source>
        <translation>Wohin Mailprogramme den Wunsch zur Abmeldung senden.</translation>
    </message>
    <message>
        <source>Bounces go to</source>
        <translation>Rückläufer gehen an</translation>
    </message>
    <message>
        <source>Own bounce address for each message</source>
        <translation>Eigene Rücklaufadresse für jede Nachricht</translation>
    </message>
    <message>
        <source>bounce+…@ finds every bounce; the server has to accept such addresses.</source>
        <translation>bounce+…@ findet jeden Rückläufer; der Server muss solche Adressen annehmen.</translation>
    </message>
    <message>
        <source>Server of the bounce mailbox</source>
        <translation>Server des Rücklaufpostfachs</translation>
    </message>
    <message>
        <source>For reading bounces (IMAP). Empty: bounces are not read.</source>
        <translation>Zum Lesen der Rückläufer (IMAP). Leer: Rückläufer werden nicht gelesen.</translation>
    </message>
    <message>
        <source>A server&apos;s name such as imap.example.com.</source>
        <translation>Der Name eines Servers wie imap.example.com.</translation>
    </message>
    <message>
        <source>Protection of the mailbox</source>
        <translation>Schutz des Postfachs</translation>
    </message>
    <message>
        <source>Port of the mailbox</source>
        <translation>Port des Postfachs</translation>
    </message>
    <message>
        <source>User of the mailbox</source>
        <translation>Benutzer des Postfachs</translation>
    </message>
    <message>
        <source>Empty: as for sending.</source>
        <translation>Leer: wie beim Senden.</translation>
    </message>
    <message>
        <source>Password of the mailbox</source>
        <translation>Kennwort des Postfachs</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Where bounces arrive.</source>
        <translation>Wo Rückläufer ankommen.</translation>
    </message>
    <message>
        <source>OAuth token</source>
        <translation>OAuth-Token</translation>
    </message>
    <message>
        <source>In place of the password.</source>
        <translation>Anstelle des Kennworts.</translation>
    </message>
    <message>
        <source>Name of this computer</source>
        <translation>Name dieses Rechners</translation>
    </message>
    <message>
        <source>Said to the server. Empty: found by itself.</source>
        <translation>Wird dem Server genannt. Leer: findet sich von selbst.</translation>
    </message>
    <message>
        <source>A name such as desk.shop.example.</source>
        <translation>Ein Name wie desk.shop.example.</translation>
    </message>
    <message>
        <source>Certificates</source>
        <translation>Zertifikate</translation>
    </message>
    <message>
        <source>A PEM file to trust in place of the system&apos;s, for a server of one&apos;s own.</source>
        <translation>Eine PEM-Datei, der statt denen des Systems vertraut wird, für einen eigenen Server.</translation>
    </message>
    <message>
        <source>A number with + and country code, or a name.</source>
        <translation>Eine Nummer mit + und Landesvorwahl oder ein Name.</translation>
    </message>
    <message>
        <source>Webhook address</source>
        <translation>Webhook-Adresse</translation>
    </message>
    <message>
        <source>The public address at which the provider reaches this program, exactly as entered there.</source>
        <translation>Die öffentliche Adresse, unter der der Anbieter dieses Programm erreicht, genau wie dort eingetragen.</translation>
    </message>
    <message>
        <source>A web address such as https://hooks.example.net/sms.</source>
        <translation>Eine Webadresse wie https://hooks.example.net/sms.</translation>
    </message>
    <message>
        <source>Leave empty unless the provider told you another one.</source>
        <translation>Leer lassen, wenn der Anbieter Ihnen keine andere genannt hat.</translation>
    </message>
    <message>
        <source>An address such as https://api.example.com.</source>
        <translation>Eine Adresse wie https://api.example.com.</translation>
    </message>
    <message>
        <source>TLS from the start</source>
        <translation>TLS von Anfang an</translation>
    </message>
    <message>
        <source>STARTTLS</source>
        <translation>STARTTLS</translation>
    </message>
    <message>
        <source>None, within one&apos;s own house</source>
        <translation>Keiner, im eigenen Haus</translation>
    </message>
    <message>
        <source>None, or by the parameters</source>
        <translation>Nichts, oder durch die Parameter</translation>
    </message>
    <message>
        <source>User and password (Basic)</source>
        <translation>Benutzer und Kennwort (Basic)</translation>
    </message>
    <message>
        <source>Token (Bearer)</source>
        <translation>Token (Bearer)</translation>
    </message>
    <message>
        <source>A header of its own</source>
        <translation>Eine eigene Kopfzeile</translation>
    </message>
    <message>
        <source>With + and country code</source>
        <translation>Mit + und Landesvorwahl</translation>
    </message>
    <message>
        <source>Country code without +</source>
        <translation>Landesvorwahl ohne +</translation>
    </message>
    <message>
        <source>As dialled within the country</source>
        <translation>Wie im Land gewählt</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>Formular</translation>
    </message>
    <message>
        <source>In the URL</source>
        <translation>In der URL</translation>
    </message>
    <message>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
    <message>
        <source>A text of its own</source>
        <translation>Ein eigener Text</translation>
    </message>
    <message>
        <source>Multipart form</source>
        <translation>Mehrteiliges Formular</translation>
    </message>
    <message>
        <source>The panel&apos;s own</source>
        <translation>Die des Panels</translation>
    </message>
    <message>
        <source>As its app for ERPNext asks</source>
        <translation>Wie seine App für ERPNext fragt</translation>
    </message>
    <message>
        <source>The first</source>
        <translation>Die erste</translation>
    </message>
    <message>
        <source>The second</source>
        <translation>Die zweite</translation>
    </message>
    <message>
        <source>By your own phone</source>
        <translation>Über Ihr eigenes Telefon</translation>
    </message>
    <message>
        <source>By a gateway, paid with credits</source>
        <translation>Über ein Gateway, gegen Guthaben</translation>
    </message>
    <message>
        <source>Worldwide carrier, with receipts, prices and replies</source>
        <translation>Weltweiter Anbieter mit Quittungen, Preisen und Antworten</translation>
    </message>
    <message>
        <source>MessageBird accounts of before its change to Bird</source>
        <translation>MessageBird-Konten von vor dem Wechsel zu Bird</translation>
    </message>
    <message>
        <source>MessageBird&apos;s successor; never sends a message twice</source>
        <translation>Nachfolger von MessageBird; sendet keine Nachricht zweimal</translation>
    </message>
    <message>
        <source>Worldwide carrier, formerly Nexmo; the price at once</source>
        <translation>Weltweiter Anbieter, früher Nexmo; der Preis sofort</translation>
    </message>
    <message>
        <source>For those who are with Amazon already; few receipts</source>
        <translation>Für alle, die schon bei Amazon sind; wenige Quittungen</translation>
    </message>
    <message>
        <source>WhatsApp from Meta itself, with its approved templates</source>
        <translation>WhatsApp von Meta selbst, mit seinen genehmigten Vorlagen</translation>
    </message>
    <message>
        <source>Your own phones as senders, by SMS and WhatsApp</source>
        <translation>Ihre eigenen Telefone als Absender, per SMS und WhatsApp</translation>
    </message>
    <message>
        <source>Any other gateway that is reached by a web address</source>
        <translation>Jedes andere Gateway, das über eine Webadresse erreichbar ist</translation>
    </message>
    <message>
        <source>E-mail by your own or your provider&apos;s mail server</source>
        <translation>E-Mail über Ihren eigenen Mailserver oder den Ihres Anbieters</translation>
    </message>
    <message>
        <source>SMS</source>
        <translation>SMS</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <comment>SMS, WhatsApp and E-mail</comment>
        <translation>%1 und %2</translation>
    </message>
    <message>
        <source>This is needed.</source>
        <translation>Das wird gebraucht.</translation>
    </message>
    <message>
        <source>Only a protected connection is safe outside this computer.</source>
        <translation>Außerhalb dieses Rechners ist nur eine geschützte Verbindung sicher.</translation>
    </message>
    <message>
        <source>This number is out of range.</source>
        <translation>Diese Zahl liegt außerhalb des Bereichs.</translation>
    </message>
    <message>
        <source>This is none of the choices.</source>
        <translation>Das steht nicht zur Wahl.</translation>
    </message>
    <message>
        <source>This does not look right.</source>
        <translation>Das sieht nicht richtig aus.</translation>
    </message>
    <message>
        <source>Twilio refused the account SID together with this token or key. Copy both again.</source>
        <translation>Twilio hat die Konto-SID mit diesem Token oder Schlüssel abgelehnt. Kopieren Sie beide noch einmal.</translation>
    </message>
    <message>
        <source>Vonage refused the API key together with this secret. Copy both again.</source>
        <translation>Vonage hat den API-Schlüssel mit diesem Geheimnis abgewiesen. Kopieren Sie beide noch einmal.</translation>
    </message>
    <message>
        <source>Amazon refused the access key. Copy id and secret again, see that its user may publish to SNS, and that this computer&apos;s clock is right.</source>
        <translation>Amazon hat den Zugangsschlüssel abgewiesen. Kopieren Sie ID und Geheimnis noch einmal; sehen Sie nach, ob sein Benutzer an SNS veröffentlichen darf und ob die Uhr dieses Rechners stimmt.</translation>
    </message>
    <message>
        <source>Meta refused the access token. It may have ended; a system user&apos;s token does not.</source>
        <translation>Meta hat das Zugangstoken abgewiesen. Vielleicht ist es abgelaufen; das eines Systembenutzers tut das nicht.</translation>
    </message>
    <message>
        <source>The server refused user and password. Some mail providers want a password of its own for programs.</source>
        <translation>Der Server hat Benutzer und Kennwort abgewiesen. Manche Mailanbieter wollen ein eigenes Kennwort für Programme.</translation>
    </message>
    <message>
        <source>The connection works, but there is no credit left: the balance is %1.</source>
        <translation>Die Verbindung steht, aber das Guthaben ist aufgebraucht: Es beträgt %1.</translation>
    </message>
    <message>
        <source>The connection works. Balance: %1.</source>
        <translation>Die Verbindung steht. Guthaben: %1.</translation>
    </message>
    <message>
        <source>The connection works.</source>
        <translation>Die Verbindung steht.</translation>
    </message>
    <message>
        <source>There is no server of that name. Look at its spelling and at the network connection.</source>
        <translation>Einen Server dieses Namens gibt es nicht. Sehen Sie nach der Schreibweise und der Netzverbindung.</translation>
    </message>
    <message>
        <source>%1 could not be reached. Look at the network connection and at the address under Advanced.</source>
        <translation>%1 war nicht zu erreichen. Sehen Sie nach der Netzverbindung und der Adresse unter „Erweitert“.</translation>
    </message>
    <message>
        <source>The connection was not safe, so nothing was sent. A proxy may stand in between, or the server&apos;s certificate is not for its name.</source>
        <translation>Die Verbindung war nicht sicher; daher wurde nichts gesendet. Vielleicht steht ein Proxy dazwischen, oder das Zertifikat des Servers gilt nicht für seinen Namen.</translation>
    </message>
    <message>
        <source>%1 refused the key. Copy it again.</source>
        <translation>%1 hat den Schlüssel abgewiesen. Kopieren Sie ihn noch einmal.</translation>
    </message>
    <message>
        <source>The account works, but the sender does not belong to it or is not allowed there.</source>
        <translation>Das Konto arbeitet, aber der Absender gehört nicht dazu oder ist dort nicht erlaubt.</translation>
    </message>
    <message>
        <source>Something answered, but not as %1 does. Look at the address under Advanced.</source>
        <translation>Etwas hat geantwortet, aber nicht so wie %1. Sehen Sie nach der Adresse unter „Erweitert“.</translation>
    </message>
    <message>
        <source>These campaigns are set to leave by it: %1.</source>
        <translation>Diese Kampagnen sollen über ihn gehen: %1.</translation>
    </message>
    <message>
        <source>Messages wait for it, or for its word on what became of them. Switch it off instead: it is not asked to send then, and can be removed once nothing waits.</source>
        <translation>Nachrichten warten auf ihn oder auf seine Auskunft über ihren Verbleib. Schalten Sie ihn stattdessen aus: Er sendet dann nicht mehr und kann entfernt werden, sobald nichts mehr wartet.</translation>
    </message>
    <message>
        <source>They will leave by another account that fits.</source>
        <translation>Sie gehen dann über ein anderes passendes Konto.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln routes name it: it is taken out of them, and what has no other account is removed.</source>
        <translation>
            <numerusform>Eine Route nennt ihn: Er wird aus ihr gestrichen; hat sie kein anderes Konto, wird sie entfernt.</numerusform>
            <numerusform>%Ln Routen nennen ihn: Er wird aus ihnen gestrichen; die ohne anderes Konto werden entfernt.</numerusform>
        </translation>
    </message>
    <message>
        <source>Its prices and its secrets are deleted. What was sent by it stays in the log.</source>
        <translation>Seine Preise und seine Geheimnisse werden gelöscht. Was über ihn gesendet wurde, bleibt im Protokoll.</translation>
    </message>
</context>
<context>
    <name>gui::ProvidersSection</name>
    <message>
        <source>Providers</source>
        <translation>Anbieter</translation>
    </message>
    <message>
        <source>Messages leave by a provider. Add the account your business has; until then nothing can be sent.</source>
        <translation>Nachrichten gehen über einen Anbieter hinaus. Fügen Sie das Konto Ihres Unternehmens hinzu; bis dahin kann nichts gesendet werden.</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Aus</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Pausiert</translation>
    </message>
    <message>
        <source>Works</source>
        <translation>In Ordnung</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Resume %1</source>
        <translation>%1 fortsetzen</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Bearbeiten</translation>
    </message>
    <message>
        <source>Edit %1</source>
        <translation>%1 bearbeiten</translation>
    </message>
    <message>
        <source>Send a test message</source>
        <translation>Testnachricht senden</translation>
    </message>
    <message>
        <source>Send a test message by %1</source>
        <translation>Eine Testnachricht über %1 senden</translation>
    </message>
    <message>
        <source>Switch off</source>
        <translation>Ausschalten</translation>
    </message>
    <message>
        <source>Switch on</source>
        <translation>Einschalten</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Add account</source>
        <translation>Konto hinzufügen</translation>
    </message>
    <message>
        <source>They are asked from top to bottom: the first that works and has the channel sends.</source>
        <translation>Sie werden von oben nach unten gefragt: Der erste, der arbeitet und den Kanal hat, sendet.</translation>
    </message>
    <message>
        <source>Ask %1 earlier</source>
        <translation>%1 früher fragen</translation>
    </message>
    <message>
        <source>Ask %1 later</source>
        <translation>%1 später fragen</translation>
    </message>
    <message>
        <source>from %1</source>
        <comment>from a number or sender&apos;s name</comment>
        <translation>von %1</translation>
    </message>
    <message>
        <source>Last 7 days: %1 sent</source>
        <translation>Letzte 7 Tage: %1 gesendet</translation>
    </message>
    <message>
        <source>%1 delivered</source>
        <translation>%1 zugestellt</translation>
    </message>
    <message>
        <source>%1 refused</source>
        <translation>%1 abgewiesen</translation>
    </message>
    <message>
        <source>%1 in doubt</source>
        <translation>%1 ungewiss</translation>
    </message>
    <message>
        <source>Nothing was sent by it in the last 7 days.</source>
        <translation>In den letzten 7 Tagen hat er nichts gesendet.</translation>
    </message>
    <message>
        <source>Test connection</source>
        <translation>Verbindung prüfen</translation>
    </message>
    <message>
        <source>Test the connection of %1</source>
        <translation>Die Verbindung von %1 prüfen</translation>
    </message>
    <message>
        <source>Asking %1 …</source>
        <translation>%1 wird gefragt …</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>More with %1</source>
        <translation>Mehr mit %1</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Duplizieren</translation>
    </message>
</context>
<context>
    <name>gui::RateChart</name>
    <message>
        <source>Messages a second</source>
        <translation>Nachrichten je Sekunde</translation>
    </message>
    <message>
        <source>%1 sent, %2 delivered</source>
        <translation>%1 gesendet, %2 zugestellt</translation>
    </message>
    <message>
        <source>Nothing has moved since you opened this page</source>
        <translation>Seit Sie diese Seite geöffnet haben, hat sich nichts bewegt</translation>
    </message>
</context>
<context>
    <name>gui::RehearsalSection</name>
    <message>
        <source>Rehearsal</source>
        <translation>Probe</translation>
    </message>
    <message>
        <source>End the rehearsal…</source>
        <translation>Die Probe beenden …</translation>
    </message>
    <message>
        <source>Begin a rehearsal…</source>
        <translation>Eine Probe beginnen …</translation>
    </message>
    <message>
        <source>The demo sends to simulated phones anyway.</source>
        <translation>Die Vorführung sendet ohnehin an simulierte Telefone.</translation>
    </message>
    <message>
        <source>A rehearsal is on.</source>
        <translation>Eine Probe läuft.</translation>
    </message>
    <message>
        <source>What is sent now reaches people.</source>
        <translation>Was jetzt gesendet wird, erreicht Menschen.</translation>
    </message>
    <message>
        <source>A rehearsal sends everything to simulated phones and mailboxes, on a copy of the workspace: campaigns, test messages, replies and opt-outs. Nothing of it reaches your customers, costs money or counts later, and what is changed meanwhile is thrown away at its end.</source>
        <translation>Eine Probe sendet alles an simulierte Telefone und Postfächer, auf einer Kopie des Arbeitsbereichs: Kampagnen, Testnachrichten, Antworten und Abmeldungen. Nichts davon erreicht Ihre Kunden, kostet Geld oder zählt später, und was inzwischen geändert wird, wird am Ende verworfen.</translation>
    </message>
</context>
<context>
    <name>gui::ReplyBox</name>
    <message>
        <source>Open providers</source>
        <translation>Anbieter öffnen</translation>
    </message>
    <message>
        <source>Send reply</source>
        <translation>Antwort senden</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Betreff</translation>
    </message>
    <message>
        <source>Your reply</source>
        <translation>Ihre Antwort</translation>
    </message>
    <message>
        <source>Write a reply</source>
        <translation>Antwort schreiben</translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Strg+Eingabe</translation>
    </message>
    <message>
        <source>by %1</source>
        <comment>the provider&apos;s account</comment>
        <translation>über %1</translation>
    </message>
    <message>
        <source>window open until %1</source>
        <translation>Fenster offen bis %1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln characters</source>
        <translation>
            <numerusform>%Ln Zeichen</numerusform>
            <numerusform>%Ln Zeichen</numerusform>
        </translation>
    </message>
    <message>
        <source>GSM-7</source>
        <translation>GSM-7</translation>
    </message>
    <message>
        <source>Unicode (UCS-2)</source>
        <translation>Unicode (UCS-2)</translation>
    </message>
    <message>
        <source>%1 left in this segment</source>
        <translation>noch %1 in diesem Segment</translation>
    </message>
    <message>
        <source>at most %1 are allowed</source>
        <translation>erlaubt sind höchstens %1</translation>
    </message>
</context>
<context>
    <name>gui::ReviewStep</name>
    <message>
        <source>unknown country</source>
        <translation>unbekanntes Land</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Prüfung</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>Ausgelassen</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Preis</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Next text</source>
        <translation>Nächster Text</translation>
    </message>
    <message>
        <source>Previous text</source>
        <translation>Voriger Text</translation>
    </message>
    <message>
        <source>Working out who gets it and what it costs…</source>
        <translation>Es wird ermittelt, wer sie erhält und was sie kostet …</translation>
    </message>
    <message>
        <source>This campaign cannot be launched yet.</source>
        <translation>Diese Kampagne kann noch nicht gestartet werden.</translation>
    </message>
    <message>
        <source>The text cannot be filled in for everybody: %1</source>
        <translation>Der Text lässt sich nicht für alle ausfüllen: %1</translation>
    </message>
    <message>
        <source>Choose another audience, or see below why everyone is left out.</source>
        <translation>Wählen Sie eine andere Zielgruppe, oder sehen Sie unten, warum alle ausgelassen werden.</translation>
    </message>
    <message>
        <source>The longest text has %1.</source>
        <translation>Der längste Text hat %1.</translation>
    </message>
    <message>
        <source>Segments and price are worked out from a sample of the recipients.</source>
        <translation>Segmente und Preis sind aus einer Stichprobe der Empfänger ermittelt.</translation>
    </message>
    <message>
        <source>Text %1 of %2</source>
        <translation>Text %1 von %2</translation>
    </message>
    <message>
        <source>No text to show</source>
        <translation>Kein Text zu zeigen</translation>
    </message>
    <message>
        <source>Recipients</source>
        <translation>Empfänger</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Kosten</translation>
    </message>
    <message numerus="yes">
        <source>%Ln people have quiet hours then. They get it when these end where they live, from %1.</source>
        <translation>
            <numerusform>%Ln Person hat dann Ruhezeit. Sie bekommt es, wenn diese an ihrem Ort endet, ab %1.</numerusform>
            <numerusform>%Ln Personen haben dann Ruhezeit. Sie bekommen es, wenn diese an ihrem Ort endet, ab %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose a template approved by WhatsApp in the editor, under “Outside the 24-hour window”, and it goes to them as well.</source>
        <translation>Wählen Sie im Editor unter „Außerhalb des Fensters“ eine von WhatsApp freigegebene Vorlage, dann erreicht die Nachricht auch sie.</translation>
    </message>
    <message>
        <source>People who have not written in the last 24 hours get nothing: %1 of %2.</source>
        <translation>Wer in den letzten 24 Stunden nicht geschrieben hat, bekommt nichts: %1 von %2.</translation>
    </message>
    <message>
        <source>People who have not written in the last 24 hours and have no language with a template of WhatsApp&apos;s get nothing.</source>
        <translation>Wer in den letzten 24 Stunden nicht geschrieben hat und keine Sprache mit einer Vorlage von WhatsApp hat, bekommt nichts.</translation>
    </message>
    <message>
        <source>By the clock of the workspace’s time zone, %1.</source>
        <translation>Nach der Uhr in der Zeitzone des Arbeitsbereichs, %1.</translation>
    </message>
</context>
<context>
    <name>gui::RouteActions</name>
    <message>
        <source>Route saved. It holds for every message from now on.</source>
        <translation>Route gespeichert. Sie gilt ab jetzt für jede Nachricht.</translation>
    </message>
    <message>
        <source>The route for %1 was removed.</source>
        <translation>Die Route für %1 wurde entfernt.</translation>
    </message>
    <message>
        <source>The route is back.</source>
        <translation>Die Route ist wieder da.</translation>
    </message>
    <message>
        <source>The countries you send to are saved.</source>
        <translation>Die Länder, in die Sie senden, sind gespeichert.</translation>
    </message>
</context>
<context>
    <name>gui::RouteDialog</name>
    <message>
        <source>None is chosen: every country without a closer route.</source>
        <translation>Keines ist gewählt: jedes Land ohne genauere Route.</translation>
    </message>
    <message>
        <source>Add a route</source>
        <translation>Route hinzufügen</translation>
    </message>
    <message>
        <source>Edit the route</source>
        <translation>Route bearbeiten</translation>
    </message>
    <message>
        <source>Sent by</source>
        <translation>Gesendet über</translation>
    </message>
    <message>
        <source>Every category</source>
        <translation>Jede Kategorie</translation>
    </message>
    <message>
        <source>Which messages</source>
        <translation>Welche Nachrichten</translation>
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
        <source>To these countries</source>
        <translation>In diese Länder</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Add the route</source>
        <translation>Route hinzufügen</translation>
    </message>
    <message>
        <source>Save the route</source>
        <translation>Route speichern</translation>
    </message>
    <message>
        <source>There is a route for %1 already. Edit that one, or choose other messages.</source>
        <translation>Für %1 gibt es schon eine Route. Bearbeiten Sie jene, oder wählen Sie andere Nachrichten.</translation>
    </message>
    <message>
        <source>Choose at least one account.</source>
        <translation>Wählen Sie mindestens ein Konto.</translation>
    </message>
    <message>
        <source>An account is there twice with the same sender.</source>
        <translation>Ein Konto kommt mit demselben Absender zweimal vor.</translation>
    </message>
    <message>
        <source>A sender has at most 64 visible characters.</source>
        <translation>Ein Absender hat höchstens 64 sichtbare Zeichen.</translation>
    </message>
    <message>
        <source>One of the accounts does not offer this channel.</source>
        <translation>Eines der Konten bietet diesen Kanal nicht.</translation>
    </message>
    <message>
        <source>There would be more than 1,000 routes: every country of a route counts.</source>
        <translation>Es wären mehr als 1.000 Routen: Jedes Land einer Route zählt.</translation>
    </message>
    <message>
        <source>The first account sends, the next only while that one is switched off, paused or out of reach. Accounts that go together share the messages by their weight.</source>
        <translation>Das erste Konto sendet, das nächste nur, solange jenes ausgeschaltet, angehalten oder nicht erreichbar ist. Konten, die zusammengehören, teilen sich die Nachrichten nach ihrem Gewicht.</translation>
    </message>
</context>
<context>
    <name>gui::RouteText</name>
    <message>
        <source>%1 and %2</source>
        <comment>a list&apos;s end</comment>
        <translation>%1 und %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln more</source>
        <comment>countries, at a list&apos;s end</comment>
        <translation>
            <numerusform>einem weiteren</numerusform>
            <numerusform>%Ln weiteren</numerusform>
        </translation>
    </message>
    <message>
        <source>to %1</source>
        <comment>a country</comment>
        <translation>nach %1</translation>
    </message>
    <message>
        <source>everything else</source>
        <comment>messages no closer rule is for</comment>
        <translation>alles andere</translation>
    </message>
    <message>
        <source>%1 (from %2)</source>
        <comment>an account and its sender</comment>
        <translation>%1 (als %2)</translation>
    </message>
    <message>
        <source>%1 by %2</source>
        <comment>a share by an account</comment>
        <translation>%1 über %2</translation>
    </message>
    <message>
        <source>, then </source>
        <comment>between accounts that are tried one after the other</comment>
        <translation>, dann </translation>
    </message>
</context>
<context>
    <name>gui::RouteTry</name>
    <message>
        <source>%1 a segment</source>
        <comment>a price</comment>
        <translation>%1 je Segment</translation>
    </message>
    <message>
        <source>%1 a message</source>
        <comment>a price</comment>
        <translation>%1 je Nachricht</translation>
    </message>
    <message>
        <source>Try it</source>
        <translation>Ausprobieren</translation>
    </message>
    <message>
        <source>Number or address</source>
        <translation>Nummer oder Adresse</translation>
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
        <source>Show the way</source>
        <translation>Weg zeigen</translation>
    </message>
    <message>
        <source>Type a telephone number.</source>
        <translation>Geben Sie eine Telefonnummer ein.</translation>
    </message>
    <message>
        <source>Sends %1 %</source>
        <comment>a share of the messages</comment>
        <translation>Sendet %1 %</translation>
    </message>
    <message>
        <source>Sends</source>
        <translation>Sendet</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Aus</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>Not this channel</source>
        <translation>Nicht dieser Kanal</translation>
    </message>
    <message>
        <source>In reserve</source>
        <translation>In Reserve</translation>
    </message>
    <message>
        <source>%1 (from %2)</source>
        <comment>an account and its sender</comment>
        <translation>%1 (als %2)</translation>
    </message>
    <message>
        <source>no price listed</source>
        <translation>kein Preis hinterlegt</translation>
    </message>
    <message>
        <source>Nothing would be sent: %1 is not among the countries you send to.</source>
        <translation>Nichts würde gesendet: %1 ist keines der Länder, in die Sie senden.</translation>
    </message>
    <message>
        <source>Nothing could be sent: no account offers %1.</source>
        <translation>Nichts könnte gesendet werden: Kein Konto bietet %1.</translation>
    </message>
    <message>
        <source>It would wait: none of these accounts can be used now.</source>
        <translation>Sie würde warten: Keines dieser Konten ist jetzt verwendbar.</translation>
    </message>
    <message>
        <source>It would leave by %1.</source>
        <translation>Sie ginge über %1.</translation>
    </message>
    <message>
        <source>It would go to %1 by %2.</source>
        <comment>a country, an account</comment>
        <translation>Sie ginge nach %1 über %2.</translation>
    </message>
    <message>
        <source>By the route &apos;%1&apos;, the closest there is.</source>
        <translation>Nach der Route „%1“, der genauesten, die es gibt.</translation>
    </message>
    <message>
        <source>No route is for it: your accounts are asked in their order.</source>
        <translation>Keine Route ist dafür da: Ihre Konten sind der Reihe nach dran.</translation>
    </message>
    <message>
        <source>This is no telephone number one can write to.</source>
        <translation>Das ist keine Telefonnummer, an die man schreiben kann.</translation>
    </message>
</context>
<context>
    <name>gui::RouteWays</name>
    <message>
        <source>Add an account</source>
        <translation>Konto hinzufügen</translation>
    </message>
    <message>
        <source>Try this account earlier (Alt+Up)</source>
        <translation>Dieses Konto früher versuchen (Alt+Auf)</translation>
    </message>
    <message>
        <source>Try this account later (Alt+Down)</source>
        <translation>Dieses Konto später versuchen (Alt+Ab)</translation>
    </message>
    <message>
        <source>Remove this account from the route</source>
        <translation>Dieses Konto aus der Route entfernen</translation>
    </message>
    <message>
        <source>When this account is tried</source>
        <translation>Wann dieses Konto versucht wird</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Konto</translation>
    </message>
    <message>
        <source>Sender</source>
        <translation>Absender</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>Gewicht</translation>
    </message>
    <message>
        <source>Its part of what they carry together</source>
        <translation>Sein Anteil an dem, was sie zusammen senden</translation>
    </message>
    <message>
        <source>Then</source>
        <comment>tried after the account before</comment>
        <translation>Danach</translation>
    </message>
    <message>
        <source>Together with it</source>
        <comment>shares with the account before</comment>
        <translation>Zusammen damit</translation>
    </message>
    <message>
        <source>Choose an account</source>
        <translation>Konto wählen</translation>
    </message>
    <message>
        <source>%1 (off)</source>
        <comment>an account</comment>
        <translation>%1 (aus)</translation>
    </message>
    <message>
        <source>Its own sender</source>
        <translation>Sein eigener Absender</translation>
    </message>
    <message>
        <source>First</source>
        <translation>Zuerst</translation>
    </message>
</context>
<context>
    <name>gui::RoutesSection</name>
    <message>
        <source>Messages</source>
        <translation>Nachrichten</translation>
    </message>
    <message>
        <source>Sent by</source>
        <translation>Gesendet über</translation>
    </message>
    <message>
        <source>Add a route</source>
        <translation>Route hinzufügen</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Bearbeiten</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Routes say which account sends which messages.</source>
        <translation>Routen sagen, welches Konto welche Nachrichten sendet.</translation>
    </message>
    <message>
        <source>First add the accounts your business has: then they can be told apart by country, channel and category.</source>
        <translation>Fügen Sie zuerst die Konten hinzu, die Ihr Unternehmen hat: Dann lassen sie sich nach Land, Kanal und Kategorie aufteilen.</translation>
    </message>
    <message>
        <source>Routes</source>
        <translation>Routen</translation>
    </message>
    <message>
        <source>Add an account</source>
        <translation>Konto hinzufügen</translation>
    </message>
    <message>
        <source>The closest route holds alone: one for a country and a category comes before one for a country, that before one for a category, and that before one for the channel.</source>
        <translation>Die genaueste Route gilt allein: Eine für Land und Kategorie geht einer für ein Land vor, diese einer für eine Kategorie und diese einer für den Kanal.</translation>
    </message>
    <message>
        <source>Countries you send to</source>
        <translation>Länder, in die Sie senden</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>Ändern …</translation>
    </message>
    <message>
        <source>Change the countries you send to</source>
        <translation>Länder ändern, in die Sie senden</translation>
    </message>
    <message>
        <source>By the accounts&apos; order: %1</source>
        <translation>Nach der Reihenfolge der Konten: %1</translation>
    </message>
    <message>
        <source>Every country. Where you know which ones your customers live in, name them: a mistyped number abroad then costs nothing.</source>
        <translation>Jedes Land. Wenn Sie wissen, in welchen Ihre Kunden leben, nennen Sie diese: Eine vertippte Nummer im Ausland kostet dann nichts.</translation>
    </message>
    <message>
        <source>%1. Numbers of other countries are never written to.</source>
        <translation>%1. An Nummern anderer Länder wird nie geschrieben.</translation>
    </message>
</context>
<context>
    <name>gui::RowWidget</name>
    <message>
        <source>Field</source>
        <translation>Feld</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Prüfung</translation>
    </message>
    <message>
        <source>Remove this condition</source>
        <translation>Diese Bedingung entfernen</translation>
    </message>
</context>
<context>
    <name>gui::ScheduleStep</name>
    <message>
        <source>Schedule and pace</source>
        <translation>Zeitplan und Tempo</translation>
    </message>
    <message>
        <source>As soon as it is launched</source>
        <translation>Sobald sie gestartet ist</translation>
    </message>
    <message>
        <source>At a time</source>
        <translation>Zu einer Zeit</translation>
    </message>
    <message>
        <source>Send nothing after a time</source>
        <translation>Nach einer Zeit nichts mehr senden</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Beginn</translation>
    </message>
    <message>
        <source>Date and time</source>
        <translation>Datum und Uhrzeit</translation>
    </message>
    <message>
        <source>Pace</source>
        <translation>Tempo</translation>
    </message>
    <message>
        <source>As fast as allowed</source>
        <translation>So schnell wie erlaubt</translation>
    </message>
    <message>
        <source> a minute</source>
        <comment>after a number of messages</comment>
        <translation> je Minute</translation>
    </message>
    <message>
        <source>Messages a minute</source>
        <translation>Nachrichten je Minute</translation>
    </message>
    <message>
        <source>A slower pace leaves time to answer replies, and to stop if something is wrong.</source>
        <translation>Ein langsameres Tempo lässt Zeit, Antworten zu beantworten und anzuhalten, wenn etwas nicht stimmt.</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Ende</translation>
    </message>
    <message>
        <source>Nothing is sent after</source>
        <translation>Nichts wird gesendet nach</translation>
    </message>
    <message>
        <source>What has not left by then expires.</source>
        <translation>Was bis dahin nicht hinausgegangen ist, verfällt.</translation>
    </message>
    <message>
        <source>In the workspace&apos;s time zone, %1.</source>
        <translation>In der Zeitzone des Arbeitsbereichs, %1.</translation>
    </message>
    <message>
        <source>Quiet hours are from %1 to %2 where each recipient lives. Messages that fall into them wait until they are over.</source>
        <translation>Die Ruhezeit geht von %1 bis %2 am Ort jedes Empfängers. Nachrichten, die hineinfallen, warten, bis sie vorbei ist.</translation>
    </message>
    <message>
        <source>No quiet hours apply to these messages: they leave at any time of the day.</source>
        <translation>Für diese Nachrichten gilt keine Ruhezeit: sie gehen zu jeder Tageszeit hinaus.</translation>
    </message>
    <message>
        <source>This time has passed. Choose a later one, or start as soon as it is launched.</source>
        <translation>Diese Zeit ist vorbei. Wählen Sie eine spätere, oder beginnen Sie, sobald die Kampagne gestartet ist.</translation>
    </message>
    <message>
        <source>The end must be after the start.</source>
        <translation>Das Ende muss nach dem Beginn liegen.</translation>
    </message>
    <message>
        <source>at launch</source>
        <translation>beim Start</translation>
    </message>
    <message>
        <source>Ends</source>
        <translation>Endet</translation>
    </message>
    <message>
        <source>ddd d MMM yyyy</source>
        <comment>date in a field</comment>
        <translation>ddd d. MMM yyyy</translation>
    </message>
</context>
<context>
    <name>gui::SegmentEditor</name>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>What it is for</source>
        <translation>Wozu es dient</translation>
    </message>
    <message>
        <source>Back to the segments</source>
        <translation>Zurück zu den Segmenten</translation>
    </message>
    <message>
        <source>Back (Esc)</source>
        <translation>Zurück (Esc)</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>New segment</source>
        <translation>Neues Segment</translation>
    </message>
    <message>
        <source>Another segment has this name.</source>
        <translation>Ein anderes Segment hat diesen Namen.</translation>
    </message>
</context>
<context>
    <name>gui::SegmentsPage</name>
    <message>
        <source>Segments</source>
        <translation>Segmente</translation>
    </message>
    <message>
        <source>A segment is a group of contacts that finds itself.</source>
        <translation>Ein Segment ist eine Gruppe von Kontakten, die sich selbst findet.</translation>
    </message>
    <message>
        <source>Say what they have in common, such as a territory or a last purchase; whoever fits is in it, today and later.</source>
        <translation>Sagen Sie, was sie gemeinsam haben, etwa ein Gebiet oder einen letzten Kauf; wer passt, ist darin, heute und später.</translation>
    </message>
    <message>
        <source>No segment has such a name.</source>
        <translation>Kein Segment heißt so.</translation>
    </message>
    <message>
        <source>Search anew.</source>
        <translation>Suchen Sie neu.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Contacts</source>
        <translation>Kontakte</translation>
    </message>
    <message>
        <source>What it is for</source>
        <translation>Wozu es dient</translation>
    </message>
    <message>
        <source>Campaigns</source>
        <translation>Kampagnen</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Geändert</translation>
    </message>
    <message>
        <source>New segment</source>
        <translation>Neues Segment</translation>
    </message>
    <message>
        <source>Search name or purpose</source>
        <translation>Name oder Zweck suchen</translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation>Suche leeren</translation>
    </message>
    <message>
        <source>Leave without saving?</source>
        <translation>Ohne Speichern verlassen?</translation>
    </message>
    <message>
        <source>What you changed in this segment is lost.</source>
        <translation>Was Sie an diesem Segment geändert haben, geht verloren.</translation>
    </message>
    <message>
        <source>Discard the changes</source>
        <translation>Änderungen verwerfen</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Bearbeiten</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Duplizieren</translation>
    </message>
    <message>
        <source>Show in Contacts</source>
        <translation>In Kontakten zeigen</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Copy of %1</source>
        <translation>Kopie von %1</translation>
    </message>
    <message numerus="yes">
        <source>“%1” was kept: %Ln campaigns use it.</source>
        <translation>
            <numerusform>„%1“ wurde behalten: %Ln Kampagne benutzt es.</numerusform>
            <numerusform>„%1“ wurde behalten: %Ln Kampagnen benutzen es.</numerusform>
        </translation>
    </message>
    <message>
        <source>“%1” is in use, so it was kept.</source>
        <translation>„%1“ wird benutzt und wurde daher behalten.</translation>
    </message>
    <message>
        <source>“%1” deleted.</source>
        <translation>„%1“ gelöscht.</translation>
    </message>
    <message>
        <source>Segment saved.</source>
        <translation>Segment gesichert.</translation>
    </message>
</context>
<context>
    <name>gui::SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Sections</source>
        <translation>Abschnitte</translation>
    </message>
    <message>
        <source>Workspace</source>
        <translation>Arbeitsbereich</translation>
    </message>
    <message>
        <source>Providers</source>
        <translation>Anbieter</translation>
    </message>
    <message>
        <source>Limits and quiet hours</source>
        <translation>Grenzen und Ruhezeiten</translation>
    </message>
    <message>
        <source>Language, appearance</source>
        <translation>Sprache, Erscheinungsbild</translation>
    </message>
    <message>
        <source>Leave without saving?</source>
        <translation>Ohne Speichern verlassen?</translation>
    </message>
    <message>
        <source>What you changed in Settings is lost.</source>
        <translation>Was Sie in den Einstellungen geändert haben, geht verloren.</translation>
    </message>
    <message>
        <source>Discard the changes</source>
        <translation>Änderungen verwerfen</translation>
    </message>
    <message>
        <source>Workspace saved.</source>
        <translation>Arbeitsbereich gespeichert.</translation>
    </message>
    <message>
        <source>Limits saved. They hold for every message from now on.</source>
        <translation>Grenzen gespeichert. Sie gelten von nun an für jede Nachricht.</translation>
    </message>
    <message>
        <source>Back up the workspace</source>
        <translation>Arbeitsbereich sichern</translation>
    </message>
    <message>
        <source>Backup written to %1.</source>
        <translation>Sicherung nach %1 geschrieben.</translation>
    </message>
    <message>
        <source>Workspaces (*.heliograph)</source>
        <translation>Arbeitsbereiche (*.heliograph)</translation>
    </message>
    <message>
        <source>Rehearsal</source>
        <translation>Probe</translation>
    </message>
    <message>
        <source>Routes</source>
        <translation>Routen</translation>
    </message>
    <message>
        <source>Prices</source>
        <translation>Preise</translation>
    </message>
    <message>
        <source>Webhooks</source>
        <translation>Webhooks</translation>
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
    <message>
        <source>%1 and more waiting</source>
        <translation>%1 und mehr warten</translation>
    </message>
    <message>
        <source>Rehearsal</source>
        <translation>Probe</translation>
    </message>
</context>
<context>
    <name>gui::StepButton</name>
    <message>
        <source>Step %1: %2</source>
        <translation>Schritt %1: %2</translation>
    </message>
    <message>
        <source>done</source>
        <translation>erledigt</translation>
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
    <message>
        <source>Attempt %1: held back before it left</source>
        <translation>Versuch %1: vor dem Absenden zurückgehalten</translation>
    </message>
    <message>
        <source>Nothing was sent: there was a pause, or %1 had no place for it yet. The message went back to the queue.</source>
        <translation>Es wurde nichts gesendet: Es war Pause, oder bei %1 war noch kein Platz frei. Die Nachricht ging zurück in die Warteschlange.</translation>
    </message>
</context>
<context>
    <name>gui::TagDialog</name>
    <message numerus="yes">
        <source>Add a tag to %Ln contacts</source>
        <translation>
            <numerusform>%Ln Kontakt mit einem Schlagwort versehen</numerusform>
            <numerusform>%Ln Kontakte mit einem Schlagwort versehen</numerusform>
        </translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Schlagwort</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Add tag</source>
        <translation>Schlagwort hinzufügen</translation>
    </message>
</context>
<context>
    <name>gui::TemplateColumns</name>
    <message>
        <source>inactive</source>
        <translation>inaktiv</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
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
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Languages</source>
        <translation>Sprachen</translation>
    </message>
    <message>
        <source>default</source>
        <translation>Standard</translation>
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
        <source>Changed</source>
        <translation>Geändert</translation>
    </message>
</context>
<context>
    <name>gui::TemplateEditor</name>
    <message>
        <source>Default</source>
        <translation>Standard</translation>
    </message>
    <message>
        <source>Back to the templates</source>
        <translation>Zurück zu den Vorlagen</translation>
    </message>
    <message>
        <source>Back (Esc)</source>
        <translation>Zurück (Esc)</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>Versionen</translation>
    </message>
    <message>
        <source>Send a test</source>
        <translation>Test senden</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>None, plain text</source>
        <translation>Keine, reiner Text</translation>
    </message>
    <message>
        <source>Do not send</source>
        <translation>Nicht senden</translation>
    </message>
    <message>
        <source>Leave it blank</source>
        <translation>Leer lassen</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Purpose</source>
        <translation>Zweck</translation>
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
        <source>Placeholders</source>
        <translation>Platzhalter</translation>
    </message>
    <message>
        <source>If a value is missing</source>
        <translation>Wenn ein Wert fehlt</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Add a language</source>
        <translation>Sprache hinzufügen</translation>
    </message>
    <message>
        <source>Write look-alike characters in GSM spelling</source>
        <translation>Ähnliche Zeichen in GSM-Schreibweise schreiben</translation>
    </message>
    <message>
        <source>Offered for campaigns</source>
        <translation>Für Kampagnen angeboten</translation>
    </message>
    <message>
        <source>Name or number</source>
        <translation>Name oder Nummer</translation>
    </message>
    <message>
        <source>Preview for</source>
        <translation>Vorschau für</translation>
    </message>
    <message>
        <source>New template</source>
        <translation>Neue Vorlage</translation>
    </message>
    <message>
        <source>Language tag, for example de or pt-BR. Contacts with this language get this text.</source>
        <translation>Sprachkürzel, zum Beispiel de oder pt-BR. Kontakte mit dieser Sprache erhalten diesen Text.</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>“%1” is not a language tag.</source>
        <translation>„%1“ ist kein Sprachkürzel.</translation>
    </message>
    <message>
        <source>Line %1, column %2: %3</source>
        <translation>Zeile %1, Spalte %2: %3</translation>
    </message>
    <message>
        <source>Another template has this name.</source>
        <translation>Eine andere Vorlage hat diesen Namen.</translation>
    </message>
    <message>
        <source>Remove the text in %1?</source>
        <translation>Den Text auf %1 entfernen?</translation>
    </message>
    <message>
        <source>Whoever has this language gets the default text, once the template is saved.</source>
        <translation>Wer diese Sprache hat, bekommt den Standardtext, sobald die Vorlage gesichert ist.</translation>
    </message>
    <message>
        <source>Remove this language</source>
        <translation>Diese Sprache entfernen</translation>
    </message>
    <message>
        <source>%1  –  %2</source>
        <comment>placeholder and example</comment>
        <translation>%1  –  %2</translation>
    </message>
    <message>
        <source>There is no contact yet.</source>
        <translation>Es gibt noch keinen Kontakt.</translation>
    </message>
    <message>
        <source>Placeholder</source>
        <translation>Platzhalter</translation>
    </message>
    <message>
        <source>Insert a placeholder</source>
        <translation>Einen Platzhalter einfügen</translation>
    </message>
    <message>
        <source>Insert a placeholder (Ctrl+Space completes one)</source>
        <translation>Einen Platzhalter einfügen (Strg+Leertaste vervollständigt)</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Betreff</translation>
    </message>
    <message>
        <source>What you changed, for the list of versions</source>
        <translation>Was Sie geändert haben, für die Liste der Versionen</translation>
    </message>
    <message>
        <source>HTML, line %1, column %2: %3</source>
        <translation>HTML, Zeile %1, Spalte %2: %3</translation>
    </message>
    <message>
        <source>HTML of the mail</source>
        <translation>HTML der E-Mail</translation>
    </message>
    <message>
        <source>Without HTML the mail is sent as plain text.</source>
        <translation>Ohne HTML wird die E-Mail als reiner Text gesendet.</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>HTML</source>
        <translation>HTML</translation>
    </message>
    <message>
        <source>For mail programs that show no HTML, and for reading aloud</source>
        <translation>Für Mailprogramme, die kein HTML zeigen, und zum Vorlesen</translation>
    </message>
    <message>
        <source>What most mail programs show</source>
        <translation>Was die meisten Mailprogramme zeigen</translation>
    </message>
    <message>
        <source>Begin with the text</source>
        <translation>Mit dem Text beginnen</translation>
    </message>
    <message>
        <source>Write the text down as HTML, to be gone on with</source>
        <translation>Den Text als HTML übernehmen und daran weiterarbeiten</translation>
    </message>
    <message>
        <source>Within the 24-hour window</source>
        <translation>Im 24-Stunden-Fenster</translation>
    </message>
    <message>
        <source>Who wrote within the last 24 hours gets this text</source>
        <translation>Wer in den letzten 24 Stunden geschrieben hat, bekommt diesen Text</translation>
    </message>
    <message>
        <source>Outside the 24-hour window: %1</source>
        <translation>Außerhalb des 24-Stunden-Fensters: %1</translation>
    </message>
    <message>
        <source>Part of the message</source>
        <translation>Teil der Nachricht</translation>
    </message>
    <message>
        <source>Outside the 24-hour window</source>
        <translation>Außerhalb des Fensters</translation>
    </message>
    <message>
        <source>Who has not written within the last 24 hours gets a template approved by WhatsApp</source>
        <translation>Wer in den letzten 24 Stunden nicht geschrieben hat, bekommt eine von WhatsApp freigegebene Vorlage</translation>
    </message>
    <message>
        <source>“%1” goes with the mail no more.</source>
        <translation>„%1“ wird nicht mehr mitgesandt.</translation>
    </message>
</context>
<context>
    <name>gui::TemplateWords</name>
    <message>
        <source>Did you mean “%1”?</source>
        <translation>Meinten Sie „%1“?</translation>
    </message>
    <message>
        <source>No contact has “%1”.</source>
        <translation>Kein Kontakt hat „%1“.</translation>
    </message>
    <message>
        <source>There is no filter “%1”.</source>
        <translation>Einen Filter „%1“ gibt es nicht.</translation>
    </message>
    <message>
        <source>There is no tag “%1” here.</source>
        <translation>Eine Anweisung „%1“ gibt es hier nicht.</translation>
    </message>
    <message>
        <source>“%1” cannot be read like this.</source>
        <translation>„%1“ lässt sich so nicht lesen.</translation>
    </message>
    <message>
        <source>Something is opened here and never closed.</source>
        <translation>Hier wird etwas geöffnet und nie geschlossen.</translation>
    </message>
    <message>
        <source>“%1” cannot stand here.</source>
        <translation>„%1“ kann hier nicht stehen.</translation>
    </message>
    <message>
        <source>The quotation mark is never closed.</source>
        <translation>Das Anführungszeichen wird nie geschlossen.</translation>
    </message>
    <message>
        <source>What stands behind the filter “%1” does not fit.</source>
        <translation>Was hinter dem Filter „%1“ steht, passt nicht.</translation>
    </message>
    <message>
        <source>The text is too long.</source>
        <translation>Der Text ist zu lang.</translation>
    </message>
    <message>
        <source>Too many blocks or parentheses lie within each other.</source>
        <translation>Zu viele Blöcke oder Klammern liegen ineinander.</translation>
    </message>
    <message>
        <source>The text grows beyond every measure for this contact.</source>
        <translation>Der Text wächst bei diesem Kontakt über jedes Maß.</translation>
    </message>
    <message>
        <source>The value of “%1” is of a kind that cannot be used like this.</source>
        <translation>Der Wert von „%1“ ist von einer Art, die sich so nicht verwenden lässt.</translation>
    </message>
    <message>
        <source>This contact has no value for “%1”.</source>
        <translation>Dieser Kontakt hat keinen Wert für „%1“.</translation>
    </message>
    <message>
        <source>This placeholder cannot be read.</source>
        <translation>Dieser Platzhalter lässt sich nicht lesen.</translation>
    </message>
    <message>
        <source>A marketing text should say how to stop it, for example “Reply STOP to opt out”.</source>
        <translation>Eine Werbenachricht sollte sagen, wie man sie abbestellt, zum Beispiel „Antworten Sie STOP“.</translation>
    </message>
    <message>
        <source>Nothing in the text says who it comes from.</source>
        <translation>Nichts im Text sagt, von wem er kommt.</translation>
    </message>
    <message>
        <source>Carriers block links of public shorteners. Write the full address.</source>
        <translation>Netze sperren Links öffentlicher Kurzdienste. Schreiben Sie die ganze Adresse.</translation>
    </message>
    <message>
        <source>Providers take the reply “%1” for an opt-out or opt-in. Ask for another word.</source>
        <translation>Anbieter verstehen die Antwort „%1“ als Ab- oder Anmeldung. Bitten Sie um ein anderes Wort.</translation>
    </message>
    <message>
        <source>A value within a link needs the filter “urlencode”.</source>
        <translation>Ein Wert in einem Link braucht den Filter „urlencode“.</translation>
    </message>
    <message>
        <source>This link does not begin with http or https.</source>
        <translation>Dieser Link beginnt nicht mit http oder https.</translation>
    </message>
    <message>
        <source>The text holds invisible direction marks.</source>
        <translation>Der Text enthält unsichtbare Richtungszeichen.</translation>
    </message>
    <message>
        <source>This prints the word “None”.</source>
        <translation>Das druckt das Wort „None“.</translation>
    </message>
    <message>
        <source>The text takes more segments than is usual for its category.</source>
        <translation>Der Text braucht mehr Segmente, als in seiner Kategorie üblich ist.</translation>
    </message>
    <message>
        <source>WhatsApp takes at most 1,024 characters.</source>
        <translation>WhatsApp nimmt höchstens 1.024 Zeichen.</translation>
    </message>
    <message>
        <source>The text cannot be used as it stands (%1).</source>
        <translation>Der Text ist so nicht zu gebrauchen (%1).</translation>
    </message>
</context>
<context>
    <name>gui::TemplatesPage</name>
    <message>
        <source>Templates</source>
        <translation>Vorlagen</translation>
    </message>
    <message>
        <source>A template is a text you write once and send often.</source>
        <translation>Eine Vorlage ist ein Text, den Sie einmal schreiben und oft senden.</translation>
    </message>
    <message>
        <source>It may hold placeholders such as a first name; each person gets their own.</source>
        <translation>Sie kann Platzhalter enthalten, etwa einen Vornamen; jeder erhält seinen eigenen.</translation>
    </message>
    <message>
        <source>No template fits these filters.</source>
        <translation>Keine Vorlage passt zu diesen Filtern.</translation>
    </message>
    <message>
        <source>Remove a filter, or search anew.</source>
        <translation>Entfernen Sie einen Filter oder suchen Sie anders.</translation>
    </message>
    <message>
        <source>New template</source>
        <translation>Neue Vorlage</translation>
    </message>
    <message>
        <source>Search name, purpose or text</source>
        <translation>Name, Zweck oder Text suchen</translation>
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
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Inactive</source>
        <translation>Inaktiv</translation>
    </message>
    <message>
        <source>Clear all filters</source>
        <translation>Alle Filter entfernen</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Bearbeiten</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Duplizieren</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Leave without saving?</source>
        <translation>Ohne Speichern verlassen?</translation>
    </message>
    <message>
        <source>What you changed in this template is lost.</source>
        <translation>Was Sie an dieser Vorlage geändert haben, geht verloren.</translation>
    </message>
    <message>
        <source>Discard the changes</source>
        <translation>Änderungen verwerfen</translation>
    </message>
    <message>
        <source>Copy of %1</source>
        <translation>Kopie von %1</translation>
    </message>
    <message>
        <source>“%1” is used by a campaign, so it was kept.</source>
        <translation>„%1“ wird von einer Kampagne verwendet und blieb darum erhalten.</translation>
    </message>
    <message>
        <source>“%1” deleted.</source>
        <translation>„%1“ gelöscht.</translation>
    </message>
    <message>
        <source>Template saved.</source>
        <translation>Vorlage gespeichert.</translation>
    </message>
    <message>
        <source>Test message to %1 is on its way.</source>
        <translation>Testnachricht an %1 ist unterwegs.</translation>
    </message>
    <message>
        <source>The earlier text is back as a new version.</source>
        <translation>Der frühere Text ist als neue Version zurück.</translation>
    </message>
</context>
<context>
    <name>gui::TestDialog</name>
    <message>
        <source>Send 1 test message</source>
        <translation>1 Testnachricht senden</translation>
    </message>
    <message>
        <source>Send a test</source>
        <translation>Test senden</translation>
    </message>
    <message>
        <source>To this number</source>
        <translation>An diese Nummer</translation>
    </message>
    <message>
        <source>Text, %1</source>
        <translation>Text, %1</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Sending …</source>
        <translation>Wird gesendet …</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Über</translation>
    </message>
    <message>
        <source>It is sent at once and costs like any other message. Who opted out gets nothing.</source>
        <translation>Sie wird sofort gesendet und wie jede andere Nachricht bezahlt. Eine Abmeldung wird beachtet.</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>To this e-mail address</source>
        <translation>An diese E-Mail-Adresse</translation>
    </message>
    <message>
        <source>It goes out as HTML too, which most mail programs show.</source>
        <translation>Sie geht auch als HTML hinaus; das zeigen die meisten Mailprogramme.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln files go with it.</source>
        <translation>
            <numerusform>%Ln Datei geht mit.</numerusform>
            <numerusform>%Ln Dateien gehen mit.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gui::TextFacts</name>
    <message>
        <source>GSM-7</source>
        <translation>GSM-7</translation>
    </message>
    <message>
        <source>Unicode (UCS-2)</source>
        <translation>Unicode (UCS-2)</translation>
    </message>
    <message>
        <source>%1 characters used, %2 left in this segment</source>
        <translation>%1 Zeichen verwendet, noch %2 in diesem Segment</translation>
    </message>
    <message numerus="yes">
        <source>%Ln characters</source>
        <translation>
            <numerusform>%Ln Zeichen</numerusform>
            <numerusform>%Ln Zeichen</numerusform>
        </translation>
    </message>
    <message>
        <source>These characters force Unicode, which fits only 70 instead of 160 into a segment:</source>
        <translation>Diese Zeichen erzwingen Unicode, von dem nur 70 statt 160 in ein Segment passen:</translation>
    </message>
    <message>
        <source>at %1</source>
        <comment>position in the text</comment>
        <translation>bei %1</translation>
    </message>
    <message>
        <source>%1%2  %3 – has no GSM spelling</source>
        <translation>%1%2  %3 – hat keine GSM-Schreibweise</translation>
    </message>
    <message>
        <source>%1%2  %3 – becomes a plain space or nothing</source>
        <translation>%1%2  %3 – wird ein einfaches Leerzeichen oder nichts</translation>
    </message>
    <message>
        <source>%1%2  %3 – becomes %4</source>
        <translation>%1%2  %3 – wird %4</translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>und %Ln weiteres</numerusform>
            <numerusform>und %Ln weitere</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Use GSM spelling, saves %Ln segments</source>
        <translation>
            <numerusform>GSM-Schreibweise verwenden, spart %Ln Segment</numerusform>
            <numerusform>GSM-Schreibweise verwenden, spart %Ln Segmente</numerusform>
        </translation>
    </message>
    <message>
        <source>Use GSM spelling</source>
        <translation>GSM-Schreibweise verwenden</translation>
    </message>
    <message>
        <source>This contact has no value for “%1”; nothing would be sent to them.</source>
        <translation>Dieser Kontakt hat keinen Wert für „%1“; ihm würde nichts gesendet.</translation>
    </message>
    <message>
        <source>%1 a message</source>
        <comment>about $0.0158 a message</comment>
        <translation>%1 je Nachricht</translation>
    </message>
</context>
<context>
    <name>gui::ThreadPane</name>
    <message>
        <source>Open contact</source>
        <translation>Kontakt öffnen</translation>
    </message>
    <message>
        <source>Mark as unread</source>
        <translation>Als ungelesen markieren</translation>
    </message>
    <message>
        <source>Choose a conversation to read and answer it.</source>
        <translation>Wählen Sie eine Unterhaltung, um sie zu lesen und zu beantworten.</translation>
    </message>
    <message>
        <source>Opted out</source>
        <translation>Abgemeldet</translation>
    </message>
    <message>
        <source>by %1</source>
        <comment>the provider&apos;s account</comment>
        <translation>über %1</translation>
    </message>
    <message>
        <source>Conversation with %1</source>
        <translation>Unterhaltung mit %1</translation>
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
    <name>gui::ValueEdit</name>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>the date</source>
        <translation>das Datum</translation>
    </message>
    <message>
        <source>today</source>
        <translation>heute</translation>
    </message>
    <message>
        <source>… ago</source>
        <translation>… zuvor</translation>
    </message>
    <message>
        <source>… from now</source>
        <translation>… ab jetzt</translation>
    </message>
    <message>
        <source>start of the week</source>
        <translation>Wochenanfang</translation>
    </message>
    <message>
        <source>start of the month</source>
        <translation>Monatsanfang</translation>
    </message>
    <message>
        <source>start of the year</source>
        <translation>Jahresanfang</translation>
    </message>
    <message>
        <source>days</source>
        <translation>Tage</translation>
    </message>
    <message>
        <source>weeks</source>
        <translation>Wochen</translation>
    </message>
    <message>
        <source>months</source>
        <translation>Monate</translation>
    </message>
    <message>
        <source>years</source>
        <translation>Jahre</translation>
    </message>
    <message>
        <source>hours</source>
        <translation>Stunden</translation>
    </message>
    <message>
        <source>minutes</source>
        <translation>Minuten</translation>
    </message>
</context>
<context>
    <name>gui::ValuesEdit</name>
    <message>
        <source>%1: days from today</source>
        <translation>%1: Tage ab heute</translation>
    </message>
    <message>
        <source>days from today</source>
        <translation>Tage ab heute</translation>
    </message>
    <message>
        <source>values with commas between them</source>
        <translation>Werte mit Kommas dazwischen</translation>
    </message>
    <message>
        <source>%1: values with commas between them</source>
        <translation>%1: Werte mit Kommas dazwischen</translation>
    </message>
    <message>
        <source>and</source>
        <comment>between one value and another</comment>
        <translation>und</translation>
    </message>
    <message>
        <source>%1: value %2</source>
        <translation>%1: Wert %2</translation>
    </message>
    <message>
        <source>%1: value</source>
        <translation>%1: Wert</translation>
    </message>
</context>
<context>
    <name>gui::VersionsDialog</name>
    <message>
        <source>Restore this version</source>
        <translation>Diese Version wiederherstellen</translation>
    </message>
    <message>
        <source>Versions of %1</source>
        <translation>Versionen von %1</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>Versionen</translation>
    </message>
    <message>
        <source>Difference to the text in the editor</source>
        <translation>Unterschied zum Text im Editor</translation>
    </message>
    <message>
        <source>Struck through: only in the earlier version. Underlined: only in the text in the editor.</source>
        <translation>Durchgestrichen: nur in der früheren Version. Unterstrichen: nur im Text im Editor.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Version %1</source>
        <translation>Version %1</translation>
    </message>
    <message>
        <source>language removed</source>
        <translation>Sprache entfernt</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Betreff</translation>
    </message>
    <message>
        <source>HTML</source>
        <translation>HTML</translation>
    </message>
    <message>
        <source>Outside the 24-hour window</source>
        <translation>Außerhalb des 24-Stunden-Fensters</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>file and its size</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Attached</source>
        <translation>Angehängt</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>a version and its language</comment>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>gui::WebhookActions</name>
    <message>
        <source>The address is copied.</source>
        <translation>Die Adresse ist kopiert.</translation>
    </message>
    <message>
        <source>Webhook settings saved.</source>
        <translation>Einstellungen der Webhooks gespeichert.</translation>
    </message>
    <message>
        <source>Webhooks are switched on.</source>
        <translation>Webhooks sind eingeschaltet.</translation>
    </message>
    <message>
        <source>Webhooks are switched off.</source>
        <translation>Webhooks sind ausgeschaltet.</translation>
    </message>
</context>
<context>
    <name>gui::WebhooksSection</name>
    <message>
        <source>Choose the certificate</source>
        <translation>Zertifikat wählen</translation>
    </message>
    <message>
        <source>PEM files (*.pem *.crt *.cer);;All files (*)</source>
        <translation>PEM-Dateien (*.pem *.crt *.cer);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Choose the certificate&apos;s key</source>
        <translation>Schlüssel des Zertifikats wählen</translation>
    </message>
    <message>
        <source>PEM files (*.pem *.key);;All files (*)</source>
        <translation>PEM-Dateien (*.pem *.key);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Save changes</source>
        <translation>Änderungen speichern</translation>
    </message>
    <message>
        <source>Only this computer can call these addresses: fill in the public address first.</source>
        <translation>Nur dieser Rechner kann diese Adressen aufrufen: Tragen Sie zuerst die öffentliche Adresse ein.</translation>
    </message>
    <message>
        <source>Webhooks</source>
        <translation>Webhooks</translation>
    </message>
    <message>
        <source>By webhooks providers tell at once what became of a message and what people reply. Without them they are asked again and again, which takes longer; WhatsApp Cloud has no other way.</source>
        <translation>Über Webhooks sagen Anbieter sofort, was aus einer Nachricht wurde und was geantwortet wird. Ohne sie werden sie immer wieder gefragt, was länger dauert; bei WhatsApp Cloud geht es nicht anders.</translation>
    </message>
    <message>
        <source>Addresses for your providers</source>
        <translation>Adressen für Ihre Anbieter</translation>
    </message>
    <message>
        <source>Through a tunnel or proxy on this computer</source>
        <translation>Durch einen Tunnel oder Proxy auf diesem Rechner</translation>
    </message>
    <message>
        <source>Directly, with a certificate of your own</source>
        <translation>Direkt, mit eigenem Zertifikat</translation>
    </message>
    <message>
        <source>How providers reach this computer</source>
        <translation>Wie Anbieter diesen Rechner erreichen</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Port</translation>
    </message>
    <message>
        <source>Where Heliograph listens.</source>
        <translation>Wo Heliograph lauscht.</translation>
    </message>
    <message>
        <source>Public address</source>
        <translation>Öffentliche Adresse</translation>
    </message>
    <message>
        <source>How the outside reaches it, with https://.</source>
        <translation>Wie man ihn von außen erreicht, mit https://.</translation>
    </message>
    <message>
        <source>Listen on</source>
        <translation>Lauschen auf</translation>
    </message>
    <message>
        <source>0.0.0.0 means every address this computer has.</source>
        <translation>0.0.0.0 bedeutet jede Adresse dieses Rechners.</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>Zertifikat</translation>
    </message>
    <message>
        <source>A PEM file with the whole chain, the server&apos;s own first.</source>
        <translation>Eine PEM-Datei mit der ganzen Kette, das des Servers zuerst.</translation>
    </message>
    <message>
        <source>Key of the certificate</source>
        <translation>Schlüssel des Zertifikats</translation>
    </message>
    <message>
        <source>A PEM file without a passphrase that you alone may read.</source>
        <translation>Eine PEM-Datei ohne Passphrase, die nur Sie lesen dürfen.</translation>
    </message>
    <message>
        <source>This computer takes the calls itself, by HTTPS. Its port has to be reachable from the internet; a router has to hand it on.</source>
        <translation>Dieser Rechner nimmt die Aufrufe selbst über HTTPS an. Sein Port muss aus dem Internet erreichbar sein; ein Router muss ihn weiterleiten.</translation>
    </message>
    <message>
        <source>A tunnel (such as cloudflared or ssh) or a web server takes the calls with TLS and hands them over here in plain HTTP, which never leaves this computer.</source>
        <translation>Ein Tunnel (etwa cloudflared oder ssh) oder ein Webserver nimmt die Aufrufe mit TLS an und gibt sie hier über einfaches HTTP weiter, das diesen Rechner nie verlässt.</translation>
    </message>
    <message>
        <source>Switch off</source>
        <translation>Ausschalten</translation>
    </message>
    <message>
        <source>Switch on</source>
        <translation>Einschalten</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Aus</translation>
    </message>
    <message>
        <source>Nothing listens. Providers are asked what became of messages and for replies.</source>
        <translation>Nichts lauscht. Anbieter werden nach dem Verbleib von Nachrichten und nach Antworten gefragt.</translation>
    </message>
    <message>
        <source>On</source>
        <translation>Ein</translation>
    </message>
    <message>
        <source>Listening on %1, port %2.</source>
        <translation>Lauscht auf %1, Port %2.</translation>
    </message>
    <message>
        <source>Listening on %1, port %2; begun %3.</source>
        <comment>an address, a port, a time ago</comment>
        <translation>Lauscht auf %1, Port %2; begonnen %3.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln people opted out by the link in a mail.</source>
        <translation>
            <numerusform>Eine Person hat sich über den Link in einer E-Mail abgemeldet.</numerusform>
            <numerusform>%Ln Personen haben sich über den Link in einer E-Mail abgemeldet.</numerusform>
        </translation>
    </message>
    <message>
        <source>Does not work</source>
        <translation>Funktioniert nicht</translation>
    </message>
    <message>
        <source>It cannot listen, and tries again every 30 seconds. Providers are asked meanwhile.</source>
        <translation>Es kann nicht gelauscht werden; alle 30 Sekunden folgt ein neuer Versuch. Anbieter werden unterdessen gefragt.</translation>
    </message>
    <message>
        <source>Not listening</source>
        <translation>Lauscht nicht</translation>
    </message>
    <message>
        <source>Switched on. It listens as soon as messages are sent from this workspace.</source>
        <translation>Eingeschaltet. Gelauscht wird, sobald aus diesem Arbeitsbereich gesendet wird.</translation>
    </message>
    <message>
        <source>There is no account yet.</source>
        <translation>Es gibt noch kein Konto.</translation>
    </message>
    <message>
        <source>These take no webhooks: %1.</source>
        <translation>Diese nehmen keine Webhooks an: %1.</translation>
    </message>
</context>
<context>
    <name>gui::WelcomeWindow</name>
    <message>
        <source>Try the demo</source>
        <translation>Demo ausprobieren</translation>
    </message>
    <message>
        <source>Name of the business</source>
        <translation>Name des Unternehmens</translation>
    </message>
    <message>
        <source>Welcome to Heliograph</source>
        <translation>Willkommen bei Heliograph</translation>
    </message>
    <message>
        <source>Heliograph</source>
        <translation>Heliograph</translation>
    </message>
    <message>
        <source>Talk to your customers by SMS, and see what was delivered, what it cost and why.</source>
        <translation>Sprechen Sie per SMS mit Ihren Kunden und sehen Sie, was zugestellt wurde, was es kostete und warum.</translation>
    </message>
    <message>
        <source>See it work</source>
        <translation>Sehen, wie es geht</translation>
    </message>
    <message>
        <source>2,000 made-up customers, their orders and appointments, and a simulated provider. No account is needed and nothing leaves this computer.</source>
        <translation>2.000 erfundene Kunden, ihre Bestellungen und Termine, und ein simulierter Anbieter. Kein Konto ist nötig, und nichts verlässt diesen Computer.</translation>
    </message>
    <message>
        <source>Open a workspace</source>
        <translation>Arbeitsbereich öffnen</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation>Datei wählen …</translation>
    </message>
    <message>
        <source>Create a workspace</source>
        <translation>Arbeitsbereich anlegen</translation>
    </message>
    <message>
        <source>Give the workspace a name.</source>
        <translation>Geben Sie dem Arbeitsbereich einen Namen.</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>Land</translation>
    </message>
    <message>
        <source>Phone numbers without a country code are read as numbers of this country.</source>
        <translation>Telefonnummern ohne Ländervorwahl werden als Nummern dieses Landes gelesen.</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>Zeitzone</translation>
    </message>
    <message>
        <source>Schedules and reports follow this clock.</source>
        <translation>Zeitpläne und Berichte folgen dieser Uhr.</translation>
    </message>
    <message>
        <source>The workspaces you open are listed here.</source>
        <translation>Hier stehen die Arbeitsbereiche, die Sie öffnen.</translation>
    </message>
    <message>
        <source>Workspaces (*.heliograph);;All files (*)</source>
        <translation>Arbeitsbereiche (*.heliograph);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Where to keep the workspace</source>
        <translation>Wo der Arbeitsbereich liegen soll</translation>
    </message>
    <message>
        <source>Workspaces (*.heliograph)</source>
        <translation>Arbeitsbereiche (*.heliograph)</translation>
    </message>
    <message>
        <source>As your customers know it; messages can name it.</source>
        <translation>Wie Ihre Kunden es kennen; Nachrichten können es nennen.</translation>
    </message>
    <message>
        <source>Choose where to keep it…</source>
        <translation>Wählen, wo er liegen soll …</translation>
    </message>
</context>
<context>
    <name>gui::WindowPart</name>
    <message>
        <source>Choose another</source>
        <translation>Andere wählen</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Send nothing outside the 24-hour window</source>
        <translation>Außerhalb des 24-Stunden-Fensters nichts senden</translation>
    </message>
    <message>
        <source>Add a value</source>
        <translation>Wert hinzufügen</translation>
    </message>
    <message>
        <source>Value %1</source>
        <translation>Wert %1</translation>
    </message>
    <message>
        <source>WhatsApp takes a free text only for 24 hours after somebody wrote. To everybody else goes a template that WhatsApp has approved, and there is no WhatsApp account here yet that has any.</source>
        <translation>WhatsApp nimmt einen freien Text nur 24 Stunden lang an, nachdem jemand geschrieben hat. An alle anderen geht eine von WhatsApp freigegebene Vorlage, und hier gibt es noch kein WhatsApp-Konto, das welche hat.</translation>
    </message>
    <message>
        <source>WhatsApp takes a free text only for 24 hours after somebody wrote. Everybody else gets nothing until you choose a template that WhatsApp has approved.</source>
        <translation>WhatsApp nimmt einen freien Text nur 24 Stunden lang an, nachdem jemand geschrieben hat. Alle anderen bekommen nichts, bis Sie eine von WhatsApp freigegebene Vorlage wählen.</translation>
    </message>
    <message>
        <source>Set up a WhatsApp account</source>
        <translation>WhatsApp-Konto einrichten</translation>
    </message>
    <message>
        <source>Choose a template</source>
        <translation>Vorlage wählen</translation>
    </message>
    <message>
        <source>There is no WhatsApp account here that has templates.</source>
        <translation>Hier gibt es kein WhatsApp-Konto, das Vorlagen hat.</translation>
    </message>
    <message>
        <source>%1 has no such template, as fetched %2.</source>
        <translation>%1 hat keine solche Vorlage (Abruf %2).</translation>
    </message>
    <message>
        <source>The templates have not been fetched yet, so its text cannot be shown.</source>
        <translation>Die Vorlagen wurden noch nicht abgerufen, deshalb kann der Text nicht gezeigt werden.</translation>
    </message>
    <message>
        <source>End of the link behind “%1”</source>
        <translation>Ende des Links hinter „%1“</translation>
    </message>
    <message>
        <source>Head, {{%1}}</source>
        <translation>Kopf, {{%1}}</translation>
    </message>
    <message>
        <source>Text, {{%1}}</source>
        <translation>Text, {{%1}}</translation>
    </message>
    <message>
        <source>Head, value %1</source>
        <translation>Kopf, Wert %1</translation>
    </message>
    <message>
        <source>Button, value %1</source>
        <translation>Schaltfläche, Wert %1</translation>
    </message>
    <message>
        <source>The template takes no such value any more. Empty this field.</source>
        <translation>Die Vorlage hat diesen Wert nicht mehr. Leeren Sie dieses Feld.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln values of the template are still empty.</source>
        <translation>
            <numerusform>%Ln Wert der Vorlage ist noch leer.</numerusform>
            <numerusform>%Ln Werte der Vorlage sind noch leer.</numerusform>
        </translation>
    </message>
    <message>
        <source>A value of the template cannot be used as it stands.</source>
        <translation>Ein Wert der Vorlage kann so nicht verwendet werden.</translation>
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
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
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
<context>
    <name>gui::WorkspaceSection</name>
    <message>
        <source>Save changes</source>
        <translation>Änderungen speichern</translation>
    </message>
    <message>
        <source>Workspace</source>
        <translation>Arbeitsbereich</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Your business, as it appears in the window.</source>
        <translation>Ihr Unternehmen, wie es im Fenster erscheint.</translation>
    </message>
    <message>
        <source>A name is needed.</source>
        <translation>Ein Name ist nötig.</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>Land</translation>
    </message>
    <message>
        <source>For phone numbers without a country code.</source>
        <translation>Für Telefonnummern ohne Ländervorwahl.</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>Zeitzone</translation>
    </message>
    <message>
        <source>For contacts without one of their own.</source>
        <translation>Für Kontakte ohne eigene.</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>Währung</translation>
    </message>
    <message>
        <source>Three letters, for example USD or EUR.</source>
        <translation>Drei Buchstaben, zum Beispiel USD oder EUR.</translation>
    </message>
    <message>
        <source>A currency has three letters, such as USD.</source>
        <translation>Eine Währung hat drei Buchstaben, etwa USD.</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation>Jetzt sichern</translation>
    </message>
    <message>
        <source>No workspace is open.</source>
        <translation>Kein Arbeitsbereich ist offen.</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>main</name>
    <message>
        <source>Talk to customers by SMS, WhatsApp and e-mail.</source>
        <translation>Mit Kunden per SMS, WhatsApp und E-Mail sprechen.</translation>
    </message>
    <message>
        <source>Open the demo workspace.</source>
        <translation>Den Demo-Arbeitsbereich öffnen.</translation>
    </message>
    <message>
        <source>The workspace file to open.</source>
        <translation>Die zu öffnende Datei des Arbeitsbereichs.</translation>
    </message>
</context>
</TS>
