<#import "common.ftl" as c>
<@subject>Xin lỗi và hẹn lại ngày trả kết quả, hồ sơ ${dossier.number}</@subject>
<@mail>
<@c.letter>
${agency.name} xin lỗi ông/bà vì chưa giải quyết xong hồ sơ theo đúng hẹn.
<#if late??>
<#if late.unit??>
Đơn vị giải quyết quá hạn: ${late.unit}
</#if>
<#if late.reason??>
Lý do: ${late.reason}
</#if>
</#if>
<#if appointment.first??>
Ngày hẹn trước đây: ${appointment.first}
</#if>
<#if appointment.at??>
Ngày hẹn trả kết quả mới: ${appointment.at}, tại ${dossier.returnPlace}
</#if>
Mong ông/bà thông cảm.
</@c.letter>
</@mail>
<@sms>${agency.name} xin lỗi ông/bà vì hồ sơ ${dossier.number} chưa xong theo hẹn<#if appointment.shortAt??>. Hẹn lại ${appointment.shortAt}</#if>.</@sms>
<@zalo template="apology" so_ho_so=dossier.number ten=to.name co_quan=agency.name hen_tra=(appointment.shortAt)!"theo văn bản xin lỗi"/>
