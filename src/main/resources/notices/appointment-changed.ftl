<#import "common.ftl" as c>
<@subject>Giấy hẹn trả kết quả mới, hồ sơ ${dossier.number}</@subject>
<@mail>
<@c.letter>
Thời hạn giải quyết hồ sơ của ông/bà đã thay đổi theo quy định nên ngày hẹn trả kết quả được cấp lại.
<#if appointment.first??>
Ngày hẹn trước đây: ${appointment.first}
</#if>
<#if appointment.at??>
Ngày hẹn trả kết quả mới: ${appointment.at}, tại ${dossier.returnPlace}
</#if>
Giấy tiếp nhận và hẹn trả kết quả mới được gửi kèm thư này và thay cho giấy hẹn trước.
</@c.letter>
</@mail>
<@sms>Hồ sơ ${dossier.number}: ngày hẹn trả kết quả mới<#if appointment.shortAt??> ${appointment.shortAt}</#if>, thay cho giấy hẹn trước. ${agency.name}</@sms>
<@zalo template="appointment-changed" so_ho_so=dossier.number ten=to.name co_quan=agency.name hen_tra=(appointment.shortAt)!"theo giấy hẹn mới"/>
