<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
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
    <name>gui::StatusStrip</name>
    <message numerus="yes">
        <source>Stopping: %Ln answers are awaited</source>
        <translation>
            <numerusform>Stopping: %Ln answer is awaited</numerusform>
            <numerusform>Stopping: %Ln answers are awaited</numerusform>
        </translation>
    </message>
</context>
</TS>
