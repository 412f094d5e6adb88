<#import "common.ftl" as c>
<@subject>Yêu cầu hoàn thiện hồ sơ ${dossier.number}</@subject>
<@mail>
<@c.letter>
Qua thẩm định, hồ sơ của ông/bà cần được hoàn thiện.
<#if supplement??>
<#if supplement.missing?has_content>
Nội dung cần hoàn thiện:
<@c.list supplement.missing/>
</#if>
<#if supplement.reason??>
Lý do: ${supplement.reason}
</#if>
<#if supplement.until??>
Hạn bổ sung: ${supplement.until}
</#if>
<#else>
Nội dung ghi trong phiếu yêu cầu tại nơi nộp hồ sơ.
</#if>
Trong thời gian chờ, thời hạn giải quyết có thể tạm dừng theo quy định của thủ tục.
</@c.letter>
</@mail>
<@sms>Hồ sơ ${dossier.number} cần hoàn thiện theo ý kiến thẩm định<#if supplement?? && supplement.until??>, hạn ${supplement.until}</#if>. <@c.more/> ${agency.name}</@sms>
<@zalo template="revision-asked" so_ho_so=dossier.number ten=to.name co_quan=agency.name han=(supplement.until)!"theo yêu cầu"/>
