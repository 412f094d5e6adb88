<#import "common.ftl" as c>
<@subject>Đã tiếp nhận hồ sơ ${dossier.number}</@subject>
<@mail>
<@c.letter>
${agency.name} đã tiếp nhận hồ sơ của ông/bà.
<#if appointment.at??>
Hẹn trả kết quả: ${appointment.at}, tại ${dossier.returnPlace} (hình thức nhận: ${dossier.returnWay}).
<#else>
Thủ tục này không quy định thời hạn; chúng tôi sẽ báo khi có kết quả.
</#if>
Nếu thời hạn thay đổi, ông/bà sẽ nhận được giấy hẹn mới.
</@c.letter>
</@mail>
<@sms>Hồ sơ ${dossier.number} đã được tiếp nhận<#if appointment.shortAt??>, hẹn trả kết quả ${appointment.shortAt}</#if>. ${agency.name}</@sms>
<@zalo template="received" so_ho_so=dossier.number ten=to.name co_quan=agency.name hen_tra=(appointment.shortAt)!"không quy định"/>
