<#import "common.ftl" as c>
<@subject>Hồ sơ ${dossier.number} chưa được tiếp nhận</@subject>
<@mail>
<@c.letter>
Hồ sơ của ông/bà chưa được tiếp nhận để giải quyết.
<#if reason??>
Lý do: ${reason}
</#if>
Ông/bà có thể hoàn thiện và nộp lại hồ sơ, hoặc liên hệ nơi nộp hồ sơ để được hướng dẫn.
</@c.letter>
</@mail>
<@sms>Hồ sơ ${dossier.number} không được tiếp nhận. <@c.more/> ${agency.name}</@sms>
<@zalo template="not-received" so_ho_so=dossier.number ten=to.name co_quan=agency.name ly_do=reason!"theo phiếu từ chối"/>
