<#import "common.ftl" as c>
<@subject>Hồ sơ ${dossier.number} sắp đến ngày hẹn trả kết quả</@subject>
<@mail>
<@c.letter>
Hồ sơ của ông/bà sắp đến ngày hẹn trả kết quả<#if appointment.at??>: ${appointment.at}, tại ${dossier.returnPlace}</#if>.
Khi có kết quả, chúng tôi sẽ báo lại. Nếu không kịp hẹn, ông/bà sẽ nhận được văn bản xin lỗi và ngày hẹn mới.
</@c.letter>
</@mail>
<@sms>Hồ sơ ${dossier.number} sắp đến hẹn trả kết quả<#if appointment.shortAt??> ${appointment.shortAt}</#if>. Chúng tôi sẽ báo khi có kết quả. ${agency.name}</@sms>
<@zalo template="near" so_ho_so=dossier.number ten=to.name co_quan=agency.name hen_tra=(appointment.shortAt)!"theo giấy hẹn"/>
