import '@hearth/client/tokens.css'
import './console.css'
import '../shared/shared.css'
import '../shared/list/list.css'
import { createRoot } from 'react-dom/client'
import { RouterProvider } from 'react-router/dom'
import { Providers } from './providers.tsx'
import { router } from './routes.tsx'

const place = document.getElementById('root')
if (place) createRoot(place).render(<Providers><RouterProvider router={router} /></Providers>)
