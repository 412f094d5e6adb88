<#import "common.ftl" as c>
<@subject>Đã có kết quả hồ sơ ${dossier.number}</@subject>
<@mail>
<@c.letter>
Hồ sơ của ông/bà đã có kết quả.
<#if results?has_content>
Kết quả:
<#list results as result>
- ${result.title}<#if result.number??>, số ${result.number}</#if><#if result.day??>, ngày ${result.day}</#if>
</#list>
</#if>
Hình thức nhận: ${dossier.returnWay}. Nơi trả kết quả: ${dossier.returnPlace}.
Khi đến nhận tại quầy, xin mang theo giấy tiếp nhận và hẹn trả kết quả và giấy tờ tùy thân.
</@c.letter>
</@mail>
<@sms>Hồ sơ ${dossier.number} đã có kết quả. Nơi trả: ${dossier.returnPlace}.</@sms>
<@zalo template="ready" so_ho_so=dossier.number ten=to.name co_quan=agency.name noi_tra=dossier.returnPlace/>
