<#import "common.ftl" as c>
<@subject>Thông báo về hồ sơ ${dossier.number}</@subject>
<@mail>
<@c.letter>
Cơ quan giải quyết thông báo về hồ sơ của ông/bà:
<#if text??>
${text}
<#else>
Nội dung ghi trong thông báo tại cơ quan giải quyết.
</#if>
</@c.letter>
</@mail>
<@sms>Hồ sơ ${dossier.number} có thông báo của cơ quan giải quyết. <@c.more/> ${agency.name}</@sms>
<@zalo template="told" so_ho_so=dossier.number ten=to.name co_quan=agency.name/>
