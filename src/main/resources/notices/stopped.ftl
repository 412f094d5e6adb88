<#import "common.ftl" as c>
<@subject>Thông báo dừng giải quyết hồ sơ ${dossier.number}</@subject>
<@mail>
<@c.letter>
Cơ quan giải quyết đã dừng giải quyết hồ sơ của ông/bà.
<#if reason??>
Lý do: ${reason}
</#if>
Về giấy tờ đã nộp, xin liên hệ ${dossier.returnPlace}.
</@c.letter>
</@mail>
<@sms>Hồ sơ ${dossier.number} đã dừng giải quyết. <@c.more/> ${agency.name}</@sms>
<@zalo template="stopped" so_ho_so=dossier.number ten=to.name co_quan=agency.name/>
