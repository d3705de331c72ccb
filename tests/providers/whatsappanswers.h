#pragma once

#include <QByteArray>

// Documents of WhatsApp's. (moc loses its way in a raw text of several lines, so they do not stand in the test.)

namespace whatsapp {

/// What a text message is sent as.
inline const QByteArray sentText = R"({"messaging_product":"whatsapp","recipient_type":"individual","to":"15005550010",
            "type":"text","text":{"body":"Your parcel is ready.","preview_url":false},
            "biz_opaque_callback_data":"9f1c2d34"})";

/// What a template with its values is sent as.
inline const QByteArray sentTemplate =
    R"({"messaging_product":"whatsapp","recipient_type":"individual","to":"15005550010",
            "type":"template","template":{"name":"order_shipped","language":{"code":"en_US"},"components":[
              {"type":"header","parameters":[{"type":"text","text":"SO-1042"}]},
              {"type":"body","parameters":[{"type":"text","parameter_name":"customer","text":"Ada"},
                                           {"type":"text","parameter_name":"sum","text":"99 €"}]},
              {"type":"button","sub_type":"url","index":"1","parameters":[{"type":"text","text":"SO-1042"}]}]},
            "biz_opaque_callback_data":"9f1c2d34"})";

/// A page of the template list.
inline const QByteArray templateList = R"({"data":[
            {"id":"594425479261596","name":"order_shipped","language":"en_US","status":"APPROVED","category":"UTILITY",
             "parameter_format":"POSITIONAL","rejected_reason":"NONE","components":[
               {"type":"HEADER","format":"TEXT","text":"Order {{1}}"},
               {"type":"BODY","text":"Dear {{2}}, {{1}} {{2}} has left.","example":{"body_text":[["a","b"]]}},
               {"type":"FOOTER","text":"Acme"},
               {"type":"BUTTONS","buttons":[{"type":"QUICK_REPLY","text":"Stop"},
                                            {"type":"URL","text":"Track","url":"https://x.example/{{1}}"}]}]},
            {"id":"2","name":"hello","language":"de","status":"REJECTED","category":"MARKETING",
             "parameter_format":"NAMED","rejected_reason":"PROMOTIONAL","components":[
               {"type":"HEADER","format":"IMAGE"},{"type":"BODY","text":"Hallo {{name}}, {{ shop }}"}]},
            {"id":"3"}],
            "paging":{"cursors":{"before":"B","after":"A+/="},"next":"https://graph.facebook.com/x?access_token=t"}})";

} // namespace whatsapp
