import compactAlgorithm from 'antd/es/theme/themes/compact'
import defaultAlgorithm from 'antd/es/theme/themes/default'
import type { ThemeConfig } from 'antd/es/config-provider/context'
import { tokens } from '@hearth/client/tokens'

/** antd in our colours; compact on a desk, finger-sized on a phone; without motion for those who want none. */
export function consoleTheme(narrow: boolean, still: boolean): ThemeConfig {
  return {
    algorithm: narrow ? defaultAlgorithm : compactAlgorithm,
    token: {
      colorPrimary: tokens.ember,
      // antd would make it lighter, too light for white words.
      colorPrimaryHover: tokens.emberDeep,
      colorInfo: tokens.teal,
      colorSuccess: tokens.teal,
      colorWarning: tokens.amber,
      colorError: tokens.red,
      colorLink: tokens.ember,
      colorText: tokens.ink,
      colorTextHeading: tokens.ink,
      colorTextSecondary: tokens.muted,
      colorTextTertiary: tokens.muted,
      colorTextDescription: tokens.muted,
      colorTextPlaceholder: '#6b7480',
      colorBorderSecondary: tokens.line,
      fontFamily: tokens.fontSans,
      fontSize: 14,
      lineHeight: 1.5714,
      borderRadius: tokens.radiusControl,
      borderRadiusSM: 6,
      borderRadiusLG: tokens.radiusCard,
      controlHeight: narrow ? 44 : 30,
      controlHeightSM: narrow ? 36 : 24,
      motion: !still,
      motionDurationMid: '0.15s',
      motionDurationSlow: '0.15s',
    },
    components: {
      Table: { headerBg: tokens.wash, headerColor: tokens.muted, rowHoverBg: '#faf8f5', rowSelectedBg: tokens.emberWash,
        rowSelectedHoverBg: tokens.emberWash, cellPaddingBlockSM: 5 },
      Checkbox: { borderRadiusSM: 3 },
      Form: { itemMarginBottom: narrow ? 10 : 14, ...(narrow && { labelHeight: 22, verticalLabelPadding: '0 0 4px' }) },
    },
  }
}
