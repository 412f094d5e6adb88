<#import "common.ftl" as c>
<@subject>Nội dung phải khắc phục, hồ sơ ${dossier.number}</@subject>
<@mail>
<@c.letter>
Qua kiểm tra thực tế, ông/bà cần khắc phục các nội dung sau rồi báo lại cơ quan giải quyết:
<#if text??>
${text}
<#else>
Nội dung ghi trong biên bản kiểm tra.
</#if>
</@c.letter>
</@mail>
<@sms>Hồ sơ ${dossier.number}: có nội dung phải khắc phục sau kiểm tra. <@c.more/> ${agency.name}</@sms>
<@zalo template="remedy-asked" so_ho_so=dossier.number ten=to.name co_quan=agency.name/>
